"""What was added by kind, and what was left out by what is lost with it, as lists."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from copytrail.display.ledger.places import RowPlace, Texts
from copytrail.display.ledger.sections import Column, Section, filter_rows, say_quiet
from copytrail.display.ledger.wording import (
    ADDITION_KINDS,
    ADDITION_NOTE,
    LOSSES,
    NO_ADDITIONS,
    NO_OMISSIONS,
    OMISSION_NOTE,
    begin,
    say_also_in,
    say_lost,
)
from copytrail.display.naming import count
from copytrail.display.pieces import Side, trim
from copytrail.display.visible import show_line
from copytrail.display.weaving import show_text
from copytrail.display.wording import say_why
from copytrail.ledgers.passages.additions import rank_additions
from copytrail.model import Addition, Comparison, Omission, Span

_KINDS = Column(name="Kind", field="added", names=tuple(ADDITION_KINDS.items()))
_LOSSES = Column(name="What is lost", field="lost", names=tuple(LOSSES.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A passage that was added or left out: what it is, its words, why, and where."""

    anchor: str
    kind: str
    words: Markup
    why: str
    also: str
    """In which other articles it stands too."""
    place: RowPlace
    language: str


def show_additions(texts: Texts) -> Section[ChangeLine]:
    """The additions by kind."""
    rows, state = order_additions(texts.comparison), texts.state
    key = texts.name_section("additions")
    chosen = state.ledger.added
    lines = tuple(_show_addition(texts, number, row) for number, row in rows if chosen in (None, row.kind))
    return Section(
        key=key,
        title="Additions",
        count=count(len(rows), "row"),
        note=ADDITION_NOTE if lines else "",
        filters=(filter_rows(state, key, _KINDS, [(row.kind,) for _, row in rows]),) if rows else (),
        rows=lines,
        quiet=say_quiet(lines, rows, NO_ADDITIONS),
    )


def show_omissions(texts: Texts) -> Section[ChangeLine]:
    """The omissions by rank."""
    rows, state = texts.comparison.omissions, texts.state
    key = texts.name_section("omissions")
    chosen = state.ledger.lost
    lines = tuple(_show_omission(texts, row) for row in rows if chosen is None or chosen in row.lost)
    return Section(
        key=key,
        title="Omissions",
        count=count(len(rows), "row"),
        note=OMISSION_NOTE if lines else "",
        filters=(filter_rows(state, key, _LOSSES, [row.lost for row in rows]),) if rows else (),
        rows=lines,
        quiet=say_quiet(lines, rows, NO_OMISSIONS),
    )


def order_additions(comparison: Comparison) -> list[tuple[int, Addition]]:
    """The additions with their numbers, in the order in which an editor reads them."""
    numbers = {addition: number for number, addition in enumerate(comparison.additions, start=1)}
    return [(numbers[addition], addition) for addition in rank_additions(comparison)]


def _show_addition(texts: Texts, number: int, row: Addition) -> ChangeLine:
    return ChangeLine(
        anchor=texts.name_row("addition", number),
        kind=begin(ADDITION_KINDS[row.kind]),
        words=_show_words(texts, Side.DERIVATIVE, row.span),
        why=show_line(say_why(row.why)),
        also=say_also_in(row.also_in),
        place=texts.place(Side.DERIVATIVE, row.span),
        language=texts.document(Side.DERIVATIVE).language,
    )


def _show_omission(texts: Texts, row: Omission) -> ChangeLine:
    return ChangeLine(
        anchor=texts.name_row("omission", row.rank),
        kind=begin(say_lost(row.lost)),
        words=_show_words(texts, Side.ORIGINAL, row.span),
        why=show_line(say_why(row.why)),
        also="",
        place=texts.place(Side.ORIGINAL, row.span),
        language=texts.document(Side.ORIGINAL).language,
    )


def _show_words(texts: Texts, side: Side, span: Span) -> Markup:
    """The words of a passage without the white space at its ends."""
    text = texts.document(side).text
    return show_text(trim(text, span).of(text))
