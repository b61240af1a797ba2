"""What a case begins with: which texts it holds and where they come from, and what each article made of the release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.naming import count
from copytrail.display.wording import say_method
from copytrail.export.cases.gathering import Gathered
from copytrail.export.cases.grid import COLUMNS, show_grid
from copytrail.export.cases.ledgers import show_ledgers
from copytrail.export.report.blocks import Block, Heading, Line, Part, Table

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def make_case_part(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Part:
    """What stands over all articles: cover and grid, then the ledgers, unless texts are left out."""
    gathered = Gathered(options)
    for first in range(0, len(comparisons), COLUMNS):
        gathered.add(comparisons[first : first + COLUMNS])
    return Part(
        title=gathered.release,
        release=gathered.release,
        opening=tuple(open_case(gathered)),
        ledgers=() if options.is_digest else tuple(show_ledgers(gathered.ledgers, len(gathered.articles))),
    )


def open_case(gathered: Gathered) -> Iterator[Block]:
    """The cover: the release, its articles with a verdict each, where every text comes from; then the grid."""
    articles, options = gathered.articles, gathered.options
    yield Heading(gathered.release, 1)
    yield Line(lead="A case:", text=f"one release and {count(len(articles), 'article')} held against it.")
    yield Heading("Articles")
    yield Table("Articles", ("Number", "Article", "Verdict", "Worth checking"), tuple(articles), (1, 4, 3, 4))
    yield Heading("Where the texts come from")
    yield Table("Where the texts come from", ("Text", "As given"), gathered.sources, (1, 5))
    yield Line(text=say_method(gathered.engine))
    if options.made:
        yield Line(lead="Exported on:", text=options.made.isoformat())
    yield from show_grid(gathered.uptake, options)
