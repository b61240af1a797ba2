"""How long a whole labelled comparison takes, beside difflib's bare word diff of the same texts.

Run by `make bench`. Each figure is the best of several runs in one process; both methods get the same
texts in the same run. The comparison reads the texts, segments, aligns, labels and measures; the diff
gets its words ready split.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from difflib import SequenceMatcher
from time import perf_counter

from bench.texts import edit, make_original, rearrange
from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.measures import measure

_SIZES = (300, 1_000, 3_000, 10_000)
_RUNS = 5
_RELATIONS: dict[str, Callable[[str], str]] = {
    "edited": edit,
    "rearranged": rearrange,
    "unrelated": lambda text: make_original(len(text.split()), seed=99),
}


def main() -> None:
    """Prints the table."""
    case = bundled_cases()[0]
    print("pair                     words   Copytrail ms  difflib ms  ratio  peak MiB")
    for text in case.derivatives:
        print_row(f"bundled, {text.id}", case.original.data.decode(), text.data.decode())
    for size in _SIZES:
        original = make_original(size)
        for relation, derive in _RELATIONS.items():
            print_row(relation, original, derive(original))


def print_row(name: str, original: str, derivative: str) -> None:
    """One pair, measured."""
    ours = best_of(lambda: compare_and_measure(original, derivative))
    theirs, others = original.split(), derivative.split()
    diff = best_of(lambda: SequenceMatcher(None, theirs, others, autojunk=False).get_opcodes())
    words = f"{len(theirs)}+{len(others)}"
    peak = peak_memory(lambda: compare_and_measure(original, derivative))
    print(f"{name:20} {words:>12} {ours * 1000:>13.1f} {diff * 1000:>11.1f} {ours / diff:>6.2f} {peak:>9.1f}")


def compare_and_measure(original: str, derivative: str) -> None:
    """The whole job for one pair."""
    measure(compare(read_plain(original), read_plain(derivative)))


def best_of(job: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    return min(timed(job) for _ in range(_RUNS))


def timed(job: Callable[[], object]) -> float:
    """How long one run takes, in seconds."""
    start = perf_counter()
    job()
    return perf_counter() - start


def peak_memory(job: Callable[[], object]) -> float:
    """The most memory one run has in use, in MiB."""
    tracemalloc.start()
    job()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


if __name__ == "__main__":
    main()
