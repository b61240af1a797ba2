"""A release, an earlier one held as a reference, and an article with something of both."""

from __future__ import annotations

from copytrail import compare, read_plain
from copytrail.model import Comparison, Document

OPENING = "The harbour authority of Lindholm opened the new bridge over the river Alm on Monday."
FUNDS = "The Lindholm council paid £800,000 for lighting, railings and the noise barriers of the new bridge."
LORRIES = "Lorries leave the old town of Lindholm for good, and the ferry at the northern quay stops this week."
EARLIER = "Erik Sandvik dug the stone basin of Lindholm in 1887, and whalers used it until a storm broke their cranes."
GRANT = "For the lighting and the noise barriers of the bridge the Lindholm council set aside up to £300,000."
MORE = "It gave another £200,000 to the school at the southern quay."
PROTEST = "Shopkeepers gathered outside parliament to complain about falling sales and empty shelves."


def release(*paragraphs: str) -> Document:
    return read_plain("\n\n".join(paragraphs or (OPENING, FUNDS, LORRIES)), id="original", title="Bridge opens")


def reference(*paragraphs: str, name: str = "reference-1") -> Document:
    return read_plain("\n\n".join(paragraphs or (EARLIER, GRANT, MORE)), id=name, title="Bridge planned")


def article(*paragraphs: str, name: str = "article-1", original: Document | None = None) -> Comparison:
    text = "\n\n".join(paragraphs or (OPENING, EARLIER, PROTEST))
    return compare(original or release(), read_plain(text, id=name, title="At last"))
