"""Where an export comes from: texts with their digests, the engine, its thresholds, what people overruled, the date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import name_words, say_correction
from copytrail.display.finding_wording import say_dismissed
from copytrail.display.ledger.wording import name_text
from copytrail.display.naming import count, name_finding
from copytrail.display.visible import show_line
from copytrail.display.wording import say_method
from copytrail.export.report.blocks import Block, Heading, Line, Table
from copytrail.model import Thresholds

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison, Document

_NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """One text and where it comes from, as far as that is known."""

    role: str
    title: str
    publisher: str
    address: str
    published: str
    fetched: str
    sha256: str

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is known of it, by name."""
        return (
            ("Title", self.title),
            ("Publisher", self.publisher),
            ("Address", self.address),
            ("Published", self.published),
            ("Fetched", self.fetched),
            ("SHA-256 of the file", self.sha256),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """All that an export says of itself."""

    texts: tuple[TextSource, ...]
    engine: str
    thresholds: tuple[tuple[str, str], ...]
    """Every number that the engine decided by."""
    unusual: tuple[str, ...]
    """The names of those that are not as they usually are."""
    overrides: tuple[str, ...]
    """What people said against the machine, with their reasons."""
    made: str
    """The date of the export, or nothing where the caller told none."""


def trace_provenance(comparison: Comparison, options: ExportOptions) -> Provenance:
    """Where one comparison comes from."""
    references = [(name_text(each.document.id).capitalize(), each.document) for each in comparison.references]
    texts = [("Release", comparison.original), ("Article", comparison.derivative), *references]
    usual = asdict(Thresholds())
    used = asdict(comparison.thresholds)
    return Provenance(
        texts=tuple(_describe(role, document) for role, document in texts),
        engine=comparison.engine,
        thresholds=tuple((name, f"{value:g}") for name, value in used.items()),
        unusual=tuple(name for name, value in used.items() if value != usual[name]),
        overrides=tuple(_list_overrides(comparison)),
        made=options.made.isoformat() if options.made else "",
    )


def show_provenance(provenance: Provenance) -> Iterator[Block]:
    """The provenance as a chapter of a report."""
    yield Heading("Where this comes from")
    for text in provenance.texts:
        yield Heading(text.role, 3)
        yield Table(text.role, ("What", "As given"), tuple((n, v or _NOT_KNOWN) for n, v in text.facts), (1, 4))
    yield Heading("How it was made", 3)
    yield Line(text=say_method(provenance.engine))
    if provenance.made:
        yield Line(lead="Exported on:", text=provenance.made)
    if provenance.overrides:
        yield Line(lead="Overruled by people:", text=f"{count(len(provenance.overrides), 'decision')}.")
    yield from (Line(text=each) for each in provenance.overrides)
    numbers = "; ".join(f"{name} {value}" for name, value in provenance.thresholds)
    unlike = f" Not as usual: {', '.join(provenance.unusual)}." if provenance.unusual else ""
    yield Line(lead="Thresholds:", text=f"{numbers}.{unlike}")


def _describe(role: str, document: Document) -> TextSource:
    return TextSource(
        role=role,
        title=show_line(document.title),
        publisher=show_line(document.publisher),
        address=show_line(document.url),
        published=show_line(document.published),
        fetched=document.fetched,
        sha256=document.sha256,
    )


def _list_overrides(comparison: Comparison) -> Iterator[str]:
    for laid in comparison.corrections:
        yield f"{name_words(laid.correction)}: {say_correction(laid.correction)}"
    for finding in comparison.findings:
        if finding.dismissed:
            yield f"{name_finding(finding.kind).capitalize()}: {say_dismissed(finding.dismissed)}"
