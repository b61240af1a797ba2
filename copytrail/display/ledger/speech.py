"""The speech ledger as rows: the release's words beside the article's, who says them, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from copytrail.display.highlight import show_wording
from copytrail.display.ledger.places import Checks, RowCheck, RowPlace, Texts, show_in_context
from copytrail.display.ledger.sections import Column, Section, filter_rows, say_quiet
from copytrail.display.ledger.wording import (
    END_UNSURE,
    NO_SPEECH,
    NOT_THERE,
    NOT_USED,
    SPEECH_NOTE,
    SPEECH_OUTCOMES,
    begin,
    say_outcome,
    say_speaker,
)
from copytrail.display.naming import count
from copytrail.display.pieces import Side
from copytrail.display.visible import show_line
from copytrail.model import Quotation, Speech, SpeechOutcome

CHECKED = {
    SpeechOutcome.WRONG_SPEAKER: ("wrong_speaker", "altered_quotation", "spliced_quotation"),
    SpeechOutcome.ALTERED: ("altered_quotation",),
    SpeechOutcome.REORDERED: ("altered_quotation",),
    SpeechOutcome.PARTIAL_DIFFERENT: ("altered_quotation",),
    SpeechOutcome.SPLICED: ("spliced_quotation",),
    SpeechOutcome.NOT_IN_ORIGINAL: ("unsupported_quotation",),
    SpeechOutcome.UNMARKED: ("unmarked_speech",),
}
"""The kinds of findings that a row with this outcome may raise."""
_SHORT = 40
"""In characters: so few words are shown in their sentence."""
_OUTCOMES = Column(name="Outcome", field="speech", names=tuple(SPEECH_OUTCOMES.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSide:
    """A quotation of one document: who says it, in which words, and where."""

    speaker: str
    words: Markup
    note: str
    """Whether its end is a guess."""
    place: RowPlace
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLine:
    """One row of the table."""

    anchor: str
    outcome: str
    check: RowCheck
    release: SpeechSide | None
    article: SpeechSide | None
    missing: str
    """What stands in the place of the side that has no such words."""


def show_speech(texts: Texts) -> Section[SpeechLine]:
    """The speech ledger in the state of the page."""
    rows, state = texts.comparison.speech, texts.state
    key = texts.name_section("speech")
    chosen = state.ledger.speech
    lines = tuple(
        _show_row(texts, number, row)
        for number, row in enumerate(rows, start=1)
        if chosen is None or row.outcome is chosen
    )
    return Section(
        key=key,
        title="Speech",
        count=count(len(rows), "row"),
        note=SPEECH_NOTE if lines else "",
        filters=(filter_rows(state, key, _OUTCOMES, [(row.outcome,) for row in rows]),) if rows else (),
        rows=lines,
        quiet=say_quiet(lines, rows, NO_SPEECH),
    )


def find_speech_check(checks: Checks, row: Speech) -> RowCheck:
    """The finding that a row raised."""
    ours, theirs = (each.content if each else None for each in (row.derivative, row.original))
    return checks.find(CHECKED.get(row.outcome, ()), ours, theirs)


def _show_row(texts: Texts, number: int, row: Speech) -> SpeechLine:
    """One quotation with both sides."""
    check = find_speech_check(texts.checks, row)
    return SpeechLine(
        anchor=texts.name_row("speech", number),
        outcome=begin(say_outcome(row.outcome, row.wording)),
        check=check,
        release=_show_side(texts, Side.ORIGINAL, row, check),
        article=_show_side(texts, Side.DERIVATIVE, row, check),
        missing=NOT_USED if row.derivative is None else NOT_THERE,
    )


def _show_side(texts: Texts, side: Side, row: Speech, check: RowCheck) -> SpeechSide | None:
    """The quotation of one side with its changed words marked."""
    original = side is Side.ORIGINAL
    quotation = row.original if original else row.derivative
    if quotation is None:
        return None
    document = texts.document(side)
    content = quotation.content
    changed = [edit.original if original else edit.derivative for edit in row.edits]
    words = show_wording(document.text, (content,), changed, "del" if original else "ins")
    if not row.edits and len(content) <= _SHORT:
        words = show_in_context(document, content, grave=check.grave)
    return SpeechSide(
        speaker=_say_speaker(quotation, document.text),
        words=words,
        note=END_UNSURE if quotation.unsure else "",
        place=texts.place(side, content, check),
        language=document.language,
    )


def _say_speaker(quotation: Quotation, text: str) -> str:
    """The speaker as full as the text has the name, the words that stand for it there, and the cue."""
    speaker, cue = quotation.speaker, quotation.cue
    return say_speaker(
        show_line(speaker.name) if speaker else "",
        show_line(speaker.span.of(text)) if speaker else "",
        show_line(cue.of(text)) if cue else "",
        quotation.kind,
    )
