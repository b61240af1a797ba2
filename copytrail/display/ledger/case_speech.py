"""What each article of a case did with each quotation of the release, and what else the articles quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copytrail.display.ledger.case import CaseEntry, CaseRow, CaseTable, TableKind, join_entries, make_table
from copytrail.display.ledger.places import Checks
from copytrail.display.ledger.speech import find_speech_check
from copytrail.display.ledger.wording import OTHER_SPEECH_NOTE, RELEASE_SPEECH_NOTE, REST_NOT_USED, say_outcome
from copytrail.display.naming import shorten
from copytrail.display.visible import show_line
from copytrail.model import Comparison, Document, Quotation, QuotationKind, Speech, SpeechOutcome
from copytrail.read.quotations import read_quotations

_OF_RELEASE = TableKind(key="speech", title="Quotations of the release", head="Quotation", note=RELEASE_SPEECH_NOTE)
_OTHERS = TableKind(
    key="other-speech", title="Other quotations in the articles", head="Quotation", note=OTHER_SPEECH_NOTE
)
_OPENING = 90
"""In characters: so much of a quotation stands beside its cells."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A row of one article's ledger; `column` is the place of the article, from 0."""

    column: int
    row: Speech
    entry: CaseEntry


def list_case_speech(comparisons: Sequence[Comparison]) -> tuple[CaseTable, CaseTable]:
    """The quotations of the release, then the words that the articles quote and the release has in no quotation."""
    original = comparisons[0].original
    quotations = read_quotations(original)
    known: list[list[_Held]] = [[] for _ in quotations]
    others: dict[tuple[str, ...], list[_Held]] = {}
    for held in _list_held(comparisons):
        place = _find_quotation(quotations, held.row)
        if place is not None:
            known[place].append(held)
        elif held.row.derivative:
            others.setdefault(_spell(comparisons[held.column].derivative, held.row.derivative), []).append(held)
    width = len(comparisons)
    said = zip(quotations, known, strict=True)
    return (
        make_table(_OF_RELEASE, (_make_row(original, each, _fill(group, width)) for each, group in said if group)),
        make_table(
            _OTHERS,
            (
                _make_row(comparisons[group[0].column].derivative, group[0].row.derivative, _fill(group, width))
                for group in sorted(others.values(), key=_count_articles, reverse=True)
            ),
        ),
    )


def _list_held(comparisons: Sequence[Comparison]) -> Iterable[_Held]:
    """All rows of all articles."""
    for column, comparison in enumerate(comparisons):
        checks = Checks(comparison)
        for number, row in enumerate(comparison.speech, start=1):
            grave = find_speech_check(checks, row).grave
            yield _Held(column, row, CaseEntry(say_outcome(row.outcome, row.wording), f"speech-{number}", grave))


def _find_quotation(quotations: Sequence[Quotation], row: Speech) -> int | None:
    """Which quotation of the release a row is about; none where the release's words are in no quotation."""
    if row.original is None or row.original.kind is QuotationKind.NARRATION:
        return None
    content = row.original.content
    return next((place for place, each in enumerate(quotations) if each.content.overlaps(content)), None)


def _fill(group: Sequence[_Held], width: int) -> tuple[tuple[CaseEntry, ...], ...]:
    """The cells of a row, one for each article."""
    return tuple(_fill_cell([held for held in group if held.column == column]) for column in range(width))


def _fill_cell(group: Sequence[_Held]) -> tuple[CaseEntry, ...]:
    """What one article did with a quotation; what it did not use of it is the rest where it used some."""
    used = [held.entry for held in group if held.row.outcome is not SpeechOutcome.NOT_USED]
    unused = [held.entry for held in group if held.row.outcome is SpeechOutcome.NOT_USED]
    if used and unused:
        unused = [CaseEntry(REST_NOT_USED, unused[0].anchor)]
    return join_entries([*used, *unused])


def _make_row(document: Document, quotation: Quotation | None, cells: tuple[tuple[CaseEntry, ...], ...]) -> CaseRow:
    """A row by the words and the speaker of its quotation."""
    if quotation is None:
        return CaseRow(title="", about="", cells=cells)
    name = show_line(quotation.speaker.name) if quotation.speaker else ""
    return CaseRow(
        title=f"“{shorten(show_line(quotation.content.of(document.text)), _OPENING)}”",
        about=name,
        cells=cells,
    )


def _spell(document: Document, quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation in lower case: the same in every article that quotes the same."""
    index, content = document.index, quotation.content
    return tuple(index.words[number].casefold() for number in index.between(content.start, content.end))


def _count_articles(group: Sequence[_Held]) -> int:
    return len({held.column for held in group})
