"""Tables of one kind of row: which rows these are, the columns that they use, and where each of them comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytrail.export.csv_corrections import CORRECTION_COLUMNS
from copytrail.export.csv_dismissals import DISMISSAL_COLUMNS
from copytrail.export.options import Rows
from copytrail.export.report.sources import trace_provenance
from copytrail.model import FactKind

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.export.report.sources import TextSource
    from copytrail.model import Comparison

SOURCE_COLUMNS = ("original_source", "derivative_source", "other_sources", "engine", "thresholds", "exported")
"""What every row says of where it comes from, because a table of one kind has no rows that say it."""
_PLACE = ("side", "paragraph", "start", "end", "other_paragraph")
_WORDS = ("original_words", "derivative_words")
_LIST = "; "


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row."""

    name: str
    """What such rows are called in the table of all."""
    columns: tuple[str, ...]
    about: frozenset[str] = frozenset()
    """What a fact may be about; empty for rows that are no facts."""

    def has(self, cells: Mapping[str, str]) -> bool:
        """Whether a row of the table of all is one of these."""
        return cells["row"] == self.name and (not self.about or cells["kind"] in self.about)


def _make_facts(*about: FactKind) -> Kind:
    return Kind("fact", ("comparison", *_PLACE, "outcome", "kind", "value", *_WORDS), frozenset(about))


KINDS = {
    Rows.FINDINGS: Kind(
        "finding", ("comparison", "finding", *_PLACE, *_WORDS, "expected", "found", "why", *DISMISSAL_COLUMNS)
    ),
    Rows.SENTENCES: Kind("sentence", ("comparison", *_PLACE, "label", "match", *_WORDS, "shares")),
    Rows.QUOTATIONS: Kind(
        "speech",
        (
            "comparison",
            *_PLACE,
            "outcome",
            "wording",
            "kind",
            "original_speaker",
            "original_cue",
            "derivative_speaker",
            "derivative_cue",
            "unsure",
            *_WORDS,
            *CORRECTION_COLUMNS,
        ),
    ),
    Rows.FIGURES: _make_facts(FactKind.FIGURE, FactKind.DATE),
    Rows.NAMES: _make_facts(FactKind.NAME, FactKind.TITLE),
}
"""What each choice of rows but all of them gives."""


def list_source_cells(comparison: Comparison, options: ExportOptions) -> list[str]:
    """The texts, the engine, the numbers it decided by, the date of the export."""
    provenance = trace_provenance(comparison, options)
    release, article, *others = (_say(text) for text in provenance.texts)
    numbers = _LIST.join(f"{name} {value}" for name, value in provenance.thresholds)
    return [release, article, _LIST.join(others), provenance.engine, numbers, provenance.made]


def _say(text: TextSource) -> str:
    return _LIST.join(f"{name}: {value}" for name, value in text.facts if value)
