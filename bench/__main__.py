"""How long a whole labelled comparison takes, and how that grows, beside other ways of comparing words.

    make bench [QUALITY_KIT=/path/to/the/kit] [ARGS="1000 10000 Copytrail difflib"]

Prints a table in Markdown, row by row: the time of one comparison and the most memory its process held,
each measured in a process of its own on texts new to it (`timing`), beside the goals. The arguments choose
sizes and methods; without any all are measured, which takes a quarter of an hour.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from math import log

from bench.methods import METHODS
from bench.pairs import measure_pace
from bench.timing import LIMIT, RELATIONS, Figure, time_apart
from copytrail.version import VERSION

_SIZES = (300, 1_000, 3_000, 10_000, 30_000, 100_000)
_GOALS = {1_000: 0.010, 10_000: 0.120, 100_000: 2.0}
"""In seconds."""
_FIRST = 1_000
"""From so many words on we want to be faster than a bare word diff."""
_GOAL_MEMORY = 400
_GOAL_PAIRS = 40
_OURS, _THEIRS = "Copytrail", "difflib"


def main(arguments: Sequence[str]) -> None:
    """Prints the tables for the sizes and methods that the arguments name."""
    sizes = [int(each) for each in arguments if each.isdigit()] or _SIZES
    methods = [method for method in METHODS if method in arguments] or list(METHODS)
    version = f"Copytrail {VERSION}, Python {platform.python_version()}, {platform.machine()}"
    print(f"{datetime.now(tz=UTC):%d %B %Y}, {version}.\n", flush=True)
    ours = _print_sizes(sizes, methods)
    print()
    _print_growth(ours, [size for size in sizes if size >= _FIRST])
    print()
    _print_pairs()


def _print_sizes(sizes: Sequence[int], methods: Sequence[str]) -> dict[tuple[str, int], Figure]:
    """The table of sizes, a row for each relation; returns our own figures."""
    print("| Words | Relation |", " | ".join(methods), "| Goal | Faster than difflib |")
    print("|--:|---|" + "--:|" * len(methods) + "---|---|")
    ended: set[tuple[str, str]] = set()
    ours: dict[tuple[str, int], Figure] = {}
    for size in sizes:
        for relation in RELATIONS:
            figures: dict[str, Figure | None] = {}
            for method in methods:
                figures[method] = None if (method, relation) in ended else time_apart(method, relation, size)
                if figures[method] is None:
                    ended.add((method, relation))
            mine = figures.get(_OURS)
            if mine:
                ours[relation, size] = mine
            cells = [f"{size:,}", relation, *map(_say, figures.values()), _judge(size, mine)]
            print("|", " | ".join(cells), "|", _compare(size, mine, figures), "|", flush=True)
    return ours


def _print_growth(ours: dict[tuple[str, int], Figure], sizes: list[int]) -> None:
    """By which power of the words the time grows from the smallest size to the largest."""
    if len(sizes) < 2:
        return
    small, large = min(sizes), max(sizes)
    wanted = log(large * log(large) / (small * log(small))) / log(large / small)
    print(f"| Growth from {small:,} to {large:,} words | Exponent | Goal, as n·log n |\n|---|--:|---|")
    for relation in RELATIONS:
        first, last = ours.get((relation, small)), ours.get((relation, large))
        if first and last:
            exponent = log(last.seconds / first.seconds) / log(large / small)
            print(f"| {relation} | {exponent:.2f} | {_mark(exponent <= wanted)} ≤ {wanted:.2f} |")


def _print_pairs() -> None:
    """Pairs a second of the batch command, and pairs in a second of a processor's time."""
    print("| `copytrail batch`, PAN pairs | Pairs a second | and core | Goal |\n|---|--:|--:|---|")
    for jobs in (1, 2):
        name = "1 process" if jobs == 1 else f"{jobs} processes"
        pace = measure_pace(jobs)
        if pace is None:
            print(f"| {name} | not measured: QUALITY_KIT names no kit | | |")
        else:
            goal = f"{_mark(pace.by_processor >= _GOAL_PAIRS)} ≥ {_GOAL_PAIRS}"
            print(f"| {name} | {pace.by_clock:.0f} | {pace.by_processor:.0f} | {goal} |", flush=True)


def _say(figure: Figure | None) -> str:
    """A figure as a cell."""
    if figure is None:
        return f"> {LIMIT} s"
    seconds = f"{figure.seconds:.2f} s" if figure.seconds >= 1 else f"{figure.seconds * 1000:.1f} ms"
    return f"{seconds}, {figure.mebibytes:.0f} MiB"


def _judge(size: int, figure: Figure | None) -> str:
    """Whether the goal of a size is reached."""
    if size not in _GOALS or figure is None:
        return ""
    limit = _GOALS[size]
    goal = f"≤ {limit:.0f} s and {_GOAL_MEMORY} MiB" if limit >= 1 else f"≤ {limit * 1000:.0f} ms"
    return f"{_mark(figure.seconds <= limit and figure.mebibytes <= _GOAL_MEMORY)} {goal}"


def _compare(size: int, ours: Figure | None, figures: Mapping[str, Figure | None]) -> str:
    """By how much we are faster than the bare word diff, which is asked of texts of some length."""
    if ours is None or _THEIRS not in figures:
        return ""
    theirs = figures[_THEIRS]
    times = theirs.seconds / ours.seconds if theirs else LIMIT / ours.seconds
    said = f"{times:.1f}×" if theirs else f"> {times:.0f}×"
    return said if size < _FIRST else f"{_mark(times > 1)} {said}"


def _mark(reached: bool) -> str:
    return "yes" if reached else "no"


if __name__ == "__main__":
    main(sys.argv[1:])
