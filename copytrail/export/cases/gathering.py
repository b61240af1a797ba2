"""What stands over all articles of a case, gathered a few articles at a time, so that memory need not hold them all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copytrail.display.findings import say_findings
from copytrail.display.ledger.overview import show_overview
from copytrail.display.page import name_document
from copytrail.display.summary import say_verdict
from copytrail.display.trail import TrailArticle, read_trail
from copytrail.display.uptake import UptakeRow, list_uptake
from copytrail.export.cases.ledgers import list_ledger_cells, show_group
from copytrail.export.report.sources import trace_provenance
from copytrail.export.text_blocks import list_sources
from copytrail.measures import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytrail.export.options import ExportOptions
    from copytrail.export.report.blocks import Block
    from copytrail.export.report.sources import TextSource
    from copytrail.model import Comparison


@dataclass(slots=True)
class Gathered:
    """What is known so far; of the comparisons themselves nothing is kept."""

    options: ExportOptions
    release: str = ""
    engine: str = ""
    articles: list[tuple[str, ...]] = field(default_factory=list)
    """Of each article its number, its name, the verdict, and what is worth checking."""
    uptake: tuple[UptakeRow, ...] = ()
    ledgers: list[Block] = field(default_factory=list)
    ledger_cells: list[tuple[str, ...]] = field(default_factory=list)
    trail: list[TrailArticle] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    """Where all of it comes from, for whoever looks into a picture."""
    texts: dict[str, None] = field(default_factory=dict)
    """All texts, where of them only short quotes may be shown."""
    _sources: dict[TextSource, str] = field(default_factory=dict)

    def add(self, group: tuple[Comparison, ...]) -> None:
        """The next articles."""
        first = len(self.articles)
        if not first:
            self.release, self.engine = name_document(group[0].original, "Release"), group[0].engine
        self._add_uptake(list_uptake(group))
        for number, comparison in enumerate(group, first + 1):
            self._add_article(number, comparison)
        if not self.options.is_digest:
            overview = show_overview(group)
            self.ledgers += show_group(overview, first)
            self.ledger_cells += list_ledger_cells(overview, first)

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Every text once, by its part in the case, with where it comes from."""
        return tuple(
            (name, "; ".join(f"{fact}: {value}" for fact, value in text.facts if value))
            for text, name in self._sources.items()
        )

    def _add_article(self, number: int, comparison: Comparison) -> None:
        verdict = say_verdict(comparison, measure(comparison))
        name = name_document(comparison.derivative, "Article")
        self.articles.append((str(number), name, verdict, say_findings(comparison)))
        for text in trace_provenance(comparison, self.options).texts:
            self._sources.setdefault(text, f"Article {number}" if text.role == "Article" else text.role)
        self.trail.append(read_trail(comparison, number))
        self.source += list_sources(comparison, self.options)
        if self.options.short_quotes:
            self.texts |= dict.fromkeys(_list_texts(comparison))

    def _add_uptake(self, rows: tuple[UptakeRow, ...]) -> None:
        joined = zip(self.uptake, rows, strict=True) if self.uptake else ()
        self.uptake = tuple(replace(one, cells=(*one.cells, *more.cells)) for one, more in joined) or rows


def _list_texts(comparison: Comparison) -> Iterator[str]:
    yield comparison.original.text
    yield comparison.derivative.text
    yield from (reference.document.text for reference in comparison.references)
