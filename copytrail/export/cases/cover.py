"""What a case begins with: which texts it holds and where they come from, and what each article made of the release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.findings import say_findings
from copytrail.display.naming import count
from copytrail.display.page import name_document
from copytrail.display.summary import say_verdict
from copytrail.display.wording import say_method
from copytrail.export.cases.grid import show_grid
from copytrail.export.cases.ledgers import show_ledgers
from copytrail.export.report.blocks import Block, Heading, Line, Part, Table
from copytrail.export.report.sources import trace_provenance
from copytrail.measures import measure

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.export.report.sources import TextSource
    from copytrail.model import Comparison


def make_case_part(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Part:
    """What stands over all articles: cover and grid, then the ledgers, unless texts are left out."""
    release = name_document(comparisons[0].original, "Release")
    return Part(
        title=release,
        release=release,
        opening=(*open_case(comparisons, options), *show_grid(comparisons, options)),
        ledgers=() if options.is_digest else tuple(show_ledgers(comparisons)),
    )


def open_case(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Iterator[Block]:
    """The cover: the release, its articles with a verdict each, where every text comes from."""
    yield Heading(name_document(comparisons[0].original, "Release"), 1)
    yield Line(lead="A case:", text=f"one release and {count(len(comparisons), 'article')} held against it.")
    yield Heading("Articles")
    rows = tuple(_show_article(number, each) for number, each in enumerate(comparisons, 1))
    yield Table("Articles", ("Number", "Article", "Verdict", "Worth checking"), rows, (1, 4, 3, 4))
    yield Heading("Where the texts come from")
    yield Table("Where the texts come from", ("Text", "As given"), tuple(_list_texts(comparisons, options)), (1, 5))
    yield Line(text=say_method(comparisons[0].engine))
    if options.made:
        yield Line(lead="Exported on:", text=options.made.isoformat())


def _show_article(number: int, comparison: Comparison) -> tuple[str, ...]:
    verdict = say_verdict(comparison, measure(comparison))
    return str(number), name_document(comparison.derivative, "Article"), verdict, say_findings(comparison)


def _list_texts(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Every text once, by its part in the case."""
    told: dict[TextSource, str] = {}
    for number, comparison in enumerate(comparisons, 1):
        for text in trace_provenance(comparison, options).texts:
            told.setdefault(text, f"Article {number}" if text.role == "Article" else text.role)
    for text, name in told.items():
        yield name, "; ".join(f"{fact}: {value}" for fact, value in text.facts if value)
