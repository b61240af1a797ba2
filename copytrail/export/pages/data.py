"""A report as the data that typst sets: strings, numbers and lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeAlias

from copytrail.display.correction_wording import SIGN
from copytrail.display.naming import LETTERS
from copytrail.export.options import Colours, ExportOptions, Paper
from copytrail.export.report.blocks import Bars, Beside, Block, Columns, Part, Run, Told
from copytrail.model import Label

if TYPE_CHECKING:
    from copytrail.display.summary import Bar, BarPart

Data: TypeAlias = dict[str, object]
COLOURS = {
    "copied": "#cfe2fb",
    "edited": "#cdeee6",
    "paraphrased": "#e4dbf7",
    "added": "#ffe3b8",
    "left_out": "#efece4",
}
"""The colours of the page."""
_OF_BARS = {"c": "copied", "e": "edited", "p": "paraphrased", "a": "added", "o": "left_out", "used": "copied"}
PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_ROOM = {"wide": 3, "middle": 2, "narrow": 1}
"""How many of letter, share and name fit into a part of a bar."""


def describe(parts: tuple[Part, ...], title: str, options: ExportOptions) -> Data:
    """Everything that the program needs."""
    return {
        "title": title,
        "head": title if len(title) <= 90 else f"{title[:89]}…",
        "foot": f"Exported on {options.made.isoformat()}" if options.made else "",
        "language": "en",
        "paper": PAPERS[options.paper],
        "print": options.colours is Colours.PRINT,
        "colours": COLOURS,
        "parts": [[_describe_block(block) for block in part.blocks] for part in parts],
    }


def map_words(value: object, change: Callable[[str], str]) -> object:
    """Data with every string changed; the names of its fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: map_words(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [map_words(each, change) for each in value]
    return value


def _describe_block(block: Block) -> Data:
    if isinstance(block, Bars):
        return {"kind": block.kind, "bars": [_describe_bar(bar) for bar in block.bars]}
    if isinstance(block, Columns):
        return {"kind": block.kind, "rows": [_describe_row(row) for row in block.rows]}
    return {"kind": block.kind, **asdict(block)}


def _describe_bar(bar: Bar) -> Data:
    return {"name": bar.name, "spoken": bar.spoken, "parts": [_describe_part(part) for part in bar.parts if part.words]}


def _describe_part(part: BarPart) -> Data:
    shown = [word for word in (part.letter, part.share, part.name) if word][: _ROOM.get(part.room, 0)]
    return {"start": part.start, "width": part.width, "label": _OF_BARS[part.css], "shown": " ".join(shown)}


def _describe_row(row: Beside) -> Data:
    return {
        "letter": LETTERS[row.label],
        "headline": row.headline,
        "missing": row.missing,
        "article": [_describe_told(told, "Article") for told in row.article],
        "release": [_describe_told(told, "Release") for told in row.release],
    }


def _describe_told(told: Told, side: str) -> Data:
    return {
        "name": f"{side} {told.name}",
        "kind": told.kind.value,
        "language": told.language if told.language.isascii() and 2 <= len(told.language) <= 3 else "",
        "runs": [_describe_run(run) for run in told.runs],
    }


def _describe_run(run: Run) -> Data:
    """Words with the letter of their label, and the sign of what a person said."""
    letter = LETTERS[run.label] if run.opens and run.label and run.label is not Label.FURNITURE else ""
    return {
        "words": run.words,
        "label": run.label.value if run.label else "",
        "letter": f"{letter} {SIGN} by hand" if letter and run.by_hand else letter,
        "changed": run.changed,
        "findings": list(run.findings),
    }
