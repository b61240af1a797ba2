"""The overview strip: the whole text as a column of links, coloured by what each stretch mostly is."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.highlight import CLASSES
from copytrail.display.naming import LETTERS, NAMES
from copytrail.display.rows import Row, RowKind
from copytrail.display.wording import say_places

MOST_STEPS = 18
"""More steps than this would be too small to hit with a finger."""


@dataclass(frozen=True, slots=True)
class StripStep:
    """One link of the strip; `colours` are the classes of its rows, from top to bottom."""

    anchor: str
    letter: str
    colours: tuple[str, ...]
    spoken: str


def build_strip(rows: tuple[Row, ...]) -> tuple[StripStep, ...]:
    """The rows, page furniture aside, in at most so many steps."""
    told = [row for row in rows if row.kind is not RowKind.FURNITURE]
    size = max(1, -(-len(told) // MOST_STEPS))
    return tuple(_step(told[start : start + size]) for start in range(0, len(told), size))


def _step(rows: list[Row]) -> StripStep:
    labels = [row.label for row in rows]
    most = max(labels, key=labels.count)
    articles = [cell.paragraph.number for row in rows for cell in row.derivatives if cell.full]
    releases = [cell.paragraph.number for row in rows for cell in row.originals if cell.full]
    places = say_places(sorted(articles), "A") or say_places(sorted(releases), "R")
    mostly = f"mostly {NAMES[most]}" if len(set(labels)) > 1 else NAMES[most]
    return StripStep(
        anchor=rows[0].anchor,
        letter=LETTERS[most],
        colours=tuple(CLASSES[label] for label in labels),
        spoken=f"{places}: {mostly}",
    )
