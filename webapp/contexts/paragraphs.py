"""The paragraphs of a text on the page of the cleaning step; a long run of those set aside stands in one fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from copytrail.display.naming import count, join_words
from copytrail.display.visible import show_line
from copytrail.model import Paragraph, ParagraphKind
from webapp.records import OpenText
from webapp.roles import Role

FOLD_FROM = 6
"""So many paragraphs set aside in a row are folded under a line that counts them."""
REASONS_NAMED = 4
"""How many reasons that line names."""
_LETTERS = {Role.ORIGINAL: "R", Role.DERIVATIVE: "A", Role.REFERENCE: "A"}
_CSS = {
    ParagraphKind.HEADING: "heading",
    ParagraphKind.LIST_ITEM: "item",
    ParagraphKind.BODY: "body",
    ParagraphKind.FURNITURE: "aside",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """One paragraph with what can be done to it."""

    number: int
    name: str
    text: str
    css: str
    note: str
    """Why it was set aside, or who set it so."""
    kept: bool
    action: str
    says: str
    """What is said aloud once that is done."""
    speaker: str


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs in a row, kept or set aside."""

    fold: str
    """The line under which they are folded; empty where they stand open."""
    paragraphs: tuple[ParagraphView, ...]
    numbers: str
    """All of them, as a form names them."""
    restore: str
    """The name of the button that restores them all."""
    says: str
    """What is said aloud once that is done."""


def list_runs(text: OpenText) -> tuple[Run, ...]:
    """All paragraphs of a text in their order."""
    return tuple(_make_run(tuple(run), text) for _kept, run in groupby(text.document.paragraphs, _is_kept))


def _make_run(paragraphs: tuple[Paragraph, ...], text: OpenText) -> Run:
    shown = tuple(_show_paragraph(each, text) for each in paragraphs)
    is_folded = len(shown) >= FOLD_FROM and not shown[0].kept
    names = f"{shown[0].name} to {shown[-1].name}"
    return Run(
        fold=_sum_up(shown) if is_folded else "",
        paragraphs=shown,
        numbers=f"{shown[0].number}-{shown[-1].number}",
        restore=f"Restore all {len(shown)}",
        says=f"{names} restored.",
    )


def _sum_up(shown: Sequence[ParagraphView]) -> str:
    """What a fold holds: how many, which, how much text, and why.

    >>> part = ParagraphView(number=1, name="A1", text="News Sport", css="aside", note="menu", kept=False,
    ...                      action="Restore", says="A1 restored.", speaker="")
    >>> _sum_up([part, part])
    '2 set aside, A1 to A1, 4 words: menu'
    """
    words = count(sum(len(each.text.split()) for each in shown), "word")
    reasons = list(_name_reasons(shown))
    return f"{len(shown)} set aside, {shown[0].name} to {shown[-1].name}, {words}: {join_words(reasons)}"


def _name_reasons(shown: Sequence[ParagraphView]) -> Iterator[str]:
    """The first reasons, each once."""
    reasons = tuple(dict.fromkeys(each.note for each in shown if each.note))
    yield from reasons[:REASONS_NAMED]
    if len(reasons) > REASONS_NAMED:
        yield "more"


def _show_paragraph(paragraph: Paragraph, text: OpenText) -> ParagraphView:
    kept = _is_kept(paragraph)
    by_hand = "kept by hand" if kept and paragraph.number in text.by_hand else ""
    name = f"{_LETTERS[text.record.role]}{paragraph.number}"
    return ParagraphView(
        number=paragraph.number,
        name=name,
        text=show_line(paragraph.span.of(text.document.text)),
        css=_CSS[paragraph.kind],
        note=paragraph.reason or by_hand,
        kept=kept,
        action="Set aside" if kept else "Restore",
        says=f"{name} set aside." if kept else f"{name} restored.",
        speaker=paragraph.speaker,
    )


def _is_kept(paragraph: Paragraph) -> bool:
    return paragraph.kind is not ParagraphKind.FURNITURE
