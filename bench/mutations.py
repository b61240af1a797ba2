"""What is found of changes made on purpose, and what is reported where nothing was changed but the house style.

    python -m bench.mutations

The texts are the news of the quality kit, whose quotations and speakers were told by hand; each is changed by
each operation at one place, drawn from a fixed seed, and compared with itself as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random

from bench.changing import Change, Operation, Quoted, Source, alter_word, join_quotations, swap_speakers
from bench.changing_facts import (
    change_date,
    change_figure,
    change_house_style,
    change_name,
    change_title,
    change_unit,
    keep_text,
)
from bench.kit import Json, find_kit, read_gold, read_pairs
from copytrail import compare, read_plain
from copytrail.model.ledgers import Finding
from copytrail.model.segments import Span

_SET = "polnear"
_IN_SPEECH = ("altered_quotation",)
"""A fact changed inside a quotation is told once, as altered words."""
_DATES = ("changed_date", "unsupported_date", *_IN_SPEECH)
_FIGURES = ("changed_figure", "unsupported_figure", *_DATES)
"""A number of years is told as a date."""
_NAMES = ("changed_name", "unsupported_name", "wrong_speaker", *_IN_SPEECH)


@dataclass(frozen=True, slots=True)
class Trial:
    """One operation: the kinds of finding that tell of it, and the goal for the share found."""

    name: str
    operation: Operation
    kinds: tuple[str, ...]
    goal: float | None = None


TRIALS = (
    Trial("two speakers swapped", swap_speakers, ("wrong_speaker",), 0.95),
    Trial("word altered in a quotation", alter_word, ("altered_quotation",), 0.95),
    Trial("two quotations joined", join_quotations, ("spliced_quotation",)),
    Trial("figure changed", change_figure, _FIGURES, 0.97),
    Trial("date changed", change_date, _DATES),
    Trial("unit changed", change_unit, _FIGURES),
    Trial("name changed", change_name, _NAMES, 0.95),
    Trial("title changed", change_title, ("changed_title", *_IN_SPEECH)),
)
"""What is changed, and what is to be reached."""

NOT_YET = (("claim reversed", 0.80),)
"""Operations with a goal that are not made yet."""

HARMLESS = (Trial("house style only", change_house_style, (), 1 / 20), Trial("identical", keep_text, (), 0.0))
"""What must not be reported, with the findings a text that are allowed."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one operation on one text."""

    trial: str
    is_found: bool
    is_noticed: bool
    """Whether there is any finding at the place at all."""
    elsewhere: int


def read_sources() -> dict[str, Source]:
    """The kit's news texts with the quotations of their gold, by id."""
    kit = find_kit()
    gold = read_gold(kit, _SET)
    return {
        pair["id"]: Source(pair["original"], tuple(map(_read_quoted, gold[pair["id"]]["quotations"])))
        for pair in read_pairs(kit, _SET)
    }


def change_source(trial: Trial, name: str, source: Source) -> Change | None:
    """The text changed once; the same for the same name every time."""
    return trial.operation(source, Random(f"{trial.name} {name}"))


def try_source(name: str, source: Source) -> list[Tried]:
    """Every operation on one text."""
    original = read_plain(source.text)
    changes = [(trial, change_source(trial, name, source)) for trial in (*TRIALS, *HARMLESS)]
    return [
        judge_findings(trial, change, compare(original, read_plain(change.text)).findings)
        for trial, change in changes
        if change
    ]


def judge_findings(trial: Trial, change: Change, findings: Iterable[Finding]) -> Tried:
    """Whether the findings tell of the change, and how many speak of something else."""
    there, elsewhere = [], 0
    for finding in findings:
        if _touches(finding.original, change.original) or _touches(finding.derivative, change.derivative):
            there.append(finding.kind)
        else:
            elsewhere += 1
    return Tried(trial.name, any(kind in trial.kinds for kind in there), bool(there), elsewhere)


def write_table(tried: Sequence[Tried]) -> str:
    """The shares found and the findings a text, with the goals beside them."""
    lines = [f"{'changed on purpose':30}{'texts':>6}{'found':>8}{'goal':>8}{'noticed':>9}{'other findings a text':>23}"]
    lines += [_write_found(trial, [one for one in tried if one.trial == trial.name]) for trial in TRIALS]
    lines += [f"{name:30}{'-':>6}{'-':>8}{goal:>8.3f}" for name, goal in NOT_YET]
    lines += ["", f"{'not changed in what it says':30}{'texts':>6}{'findings a text':>17}{'at most':>9}"]
    return "\n".join(
        lines + [_write_false(trial, [one for one in tried if one.trial == trial.name]) for trial in HARMLESS]
    )


def main() -> None:
    """Tries every operation on every text and prints the table."""
    sources = read_sources()
    with ProcessPoolExecutor(2) as pool:
        tried = [one for some in pool.map(try_source, sources, sources.values(), chunksize=4) for one in some]
    print(write_table(tried))


def _read_quoted(quotation: Json) -> Quoted:
    """A quotation of the gold; a speaker in several pieces is no name that could be swapped."""
    spans = quotation["speaker"]["spans"]
    return Quoted(Span(quotation["start"], quotation["end"]), Span(*spans[0]) if len(spans) == 1 else None)


def _touches(place: Span | None, places: Iterable[Span]) -> bool:
    return place is not None and any(place.overlaps(one) for one in places)


def _write_found(trial: Trial, tried: Sequence[Tried]) -> str:
    count = max(1, len(tried))
    found, noticed = sum(one.is_found for one in tried) / count, sum(one.is_noticed for one in tried) / count
    goal = f"{trial.goal:.3f}" if trial.goal is not None else ""
    missed = "  missed" if trial.goal is not None and found < trial.goal else ""
    others = sum(one.elsewhere for one in tried) / count
    return f"{trial.name:30}{len(tried):>6}{found:>8.3f}{goal:>8}{noticed:>9.3f}{others:>23.3f}{missed}"


def _write_false(trial: Trial, tried: Sequence[Tried]) -> str:
    findings = sum(one.elsewhere for one in tried) / max(1, len(tried))
    allowed = trial.goal or 0.0
    return f"{trial.name:30}{len(tried):>6}{findings:>17.3f}{allowed:>9.3f}{'  missed' if findings > allowed else ''}"


if __name__ == "__main__":
    main()
