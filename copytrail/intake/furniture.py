"""Furniture: what stands on a page without being part of its text.

Rules look at one line each (see `lines`), at the lines around a contact line and, at the end of a
document, at runs of headlines. Nothing is removed: the paragraph stays, says why, and can be restored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType

from copytrail.intake.lines import LINE_WORDS, explain_beside, explain_line, is_contact_heading
from copytrail.model import Document, Paragraph, ParagraphKind

_BODY_WORDS = 8
"""A paragraph of this many words, or with a closing mark, is text that furniture can follow."""
_LAST_HEADLINES = 3
"""So many headlines in a row after the last paragraph are links to other articles."""
_HEADLINES = frozenset({ParagraphKind.HEADING, ParagraphKind.LIST_ITEM})
"""What headlines look like; those with numbers only where they are announced."""
_MENU_LINES = 2
"""So many lines in a row that could be of a menu are one."""
_MOST_FURNITURE = 0.9
"""Where the rules take more of the text than this, they have misread the text and nothing is marked."""


def mark_furniture(
    text: str, paragraphs: tuple[Paragraph, ...], known: Mapping[int, str] = MappingProxyType({})
) -> tuple[Paragraph, ...]:
    """The paragraphs with those marked that are furniture, each with its reason; `known` are reasons by number."""
    reasons = {**known, **dict(_find_furniture(text, paragraphs))}
    lengths = {p.number: len(p.span) for p in paragraphs}
    if sum(lengths[number] for number in reasons) > _MOST_FURNITURE * sum(lengths.values()):
        return paragraphs
    return tuple(
        replace(p, kind=ParagraphKind.FURNITURE, reason=reasons[p.number]) if p.number in reasons else p
        for p in paragraphs
    )


def set_kinds(document: Document, kinds: Mapping[int, ParagraphKind]) -> Document:
    """The document with a person's decision on some of its paragraphs, by number."""
    changed = (
        replace(p, kind=kinds[p.number], reason="marked by hand" if kinds[p.number] is ParagraphKind.FURNITURE else "")
        if p.number in kinds
        else p
        for p in document.paragraphs
    )
    return replace(document, paragraphs=tuple(changed))


def _find_furniture(text: str, paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, str]]:
    """Numbers of furniture paragraphs with reasons."""
    found = [(p.number, reason) for p in paragraphs if (reason := explain_line(p.span.of(text)))]
    found += _lines_beside(text, paragraphs, {number for number, _ in found})
    known = {number for number, _ in found}
    found += _last_headlines(text, [p for p in paragraphs if p.number not in known], known)
    return found + _contact_block(text, paragraphs, dict(found))


def _lines_beside(text: str, paragraphs: tuple[Paragraph, ...], known: set[int]) -> list[tuple[int, str]]:
    """Lines that count only next to known ones (`known` numbers), or next to one another: menus, forms."""
    found: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    is_sure = False
    for paragraph in paragraphs:
        reason = "" if paragraph.number in known else explain_beside(paragraph.span.of(text))
        if reason:
            run.append((paragraph.number, reason))
            continue
        is_known = paragraph.number in known
        if is_sure or is_known or len(run) >= _MENU_LINES:
            found += run
        run, is_sure = [], is_known
    return found + (run if is_sure or len(run) >= _MENU_LINES else [])


def _last_headlines(text: str, paragraphs: list[Paragraph], known: set[int]) -> list[tuple[int, str]]:
    """The run of headlines after the last paragraph, if the text before it is an article.

    Right after a line that is known (`known` numbers), such as "Related articles", fewer are enough.
    """
    trailing: list[Paragraph] = []
    for paragraph in reversed(paragraphs):
        if paragraph.kind not in _HEADLINES:
            break
        trailing.append(paragraph)
    is_announced = bool(trailing) and trailing[-1].number - 1 in known
    if not is_announced:
        trailing = list(takewhile(lambda paragraph: paragraph.kind is ParagraphKind.HEADING, trailing))
    if len(trailing) < (1 if is_announced else _LAST_HEADLINES):
        return []
    bodies = sum(len(p.span.of(text).split()) >= _BODY_WORDS for p in paragraphs) - len(trailing)
    headlines = trailing if bodies >= _LAST_HEADLINES else []
    return [(paragraph.number, "headlines after the end") for paragraph in headlines]


def _contact_block(text: str, paragraphs: tuple[Paragraph, ...], known: Mapping[int, str]) -> list[tuple[int, str]]:
    """Short lines around known contact lines, from a heading such as "Contact us" on."""
    block: list[Paragraph] = []
    found: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        line = paragraph.span.of(text)
        if is_contact_heading(line):
            block = [paragraph]
        elif known.get(paragraph.number) == "contact block" and block:
            found += [(p.number, "contact block") for p in block]
            block = [paragraph]
        else:
            is_short = bool(block) and len(line.split()) <= LINE_WORDS // 2
            block = [*block, paragraph] if is_short else []
    return [(number, reason) for number, reason in found if number not in known]
