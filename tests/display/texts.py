"""Small comparisons to show, made by the engine from small texts."""

from __future__ import annotations

from copytrail.intake.from_plain import read_plain
from copytrail.model import Comparison
from copytrail.pipeline import compare

FIRST = "The minister opened the new bridge over the river on Monday and thanked the engineers who built it."
SECOND = "The bridge cost twelve million pounds to build, the department said in its yearly report on roads."
THIRD = "Ferry crossings will end next summer when the last boat is sold to an island community in the north."
NEW = (
    "Villagers cheered while musicians played old songs until midnight, "
    "and children waved paper lanterns from every crowded balcony."
)


def compare_texts(release: list[str], article: list[str]) -> Comparison:
    """The comparison of two texts given as paragraphs."""
    return compare(
        read_plain("\n\n".join(release), id="o", title="Bridge opens"),
        read_plain("\n\n".join(article), id="d", title="At last, a bridge"),
    )
