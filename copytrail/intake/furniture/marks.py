"""Furniture: what stands on a page without being part of its text.

Rules look at one line each (`lines`), at the lines next to known ones, and at what stands before and after the
article (`zones`). Nothing is removed: the paragraph stays, says why, and can be restored.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType

from copytrail.intake.furniture.lines import LINE_WORDS, explain_beside, explain_line, is_contact_heading
from copytrail.intake.furniture.page_lines import BODY_WORDS, PageLine, list_lines
from copytrail.intake.furniture.zones import HEADLINES, find_announced, find_around, find_between
from copytrail.model import Document, Paragraph, ParagraphKind

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
    left = tuple(p for p in paragraphs if p.number not in known)
    found = dict(_find_furniture(text, left))
    lengths = {p.number: len(p.span) for p in left}
    is_misread = sum(lengths[number] for number in found) > _MOST_FURNITURE * sum(lengths.values())
    reasons = known if is_misread else {**found, **known}
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
    """Numbers of furniture paragraphs with reasons: each rule builds on what those before it found."""
    lines = list_lines(text, paragraphs)
    known = {line.number: reason for line in lines if (reason := explain_line(line.text))}
    known |= dict(_lines_beside(lines, known))
    for find in (find_announced, find_between, find_around):
        known |= dict(find(lines, known))
    known |= dict(_last_headlines([line for line in lines if line.number not in known], known))
    return [*known.items(), *_contact_block(lines, known)]


def _lines_beside(lines: Sequence[PageLine], known: Container[int]) -> list[tuple[int, str]]:
    """Lines that count only next to known ones, or next to one another: menus, forms."""
    found: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    is_sure, is_list = False, False
    for line in lines:
        reason = "" if line.number in known else explain_beside(line.text)
        if reason:
            run.append((line.number, reason))
            is_list = is_list or line.kind is ParagraphKind.LIST_ITEM
            continue
        is_known = line.number in known
        if is_sure or is_known or (len(run) >= _MENU_LINES and not is_list):
            found += run
        run, is_sure, is_list = [], is_known, False
    return found + (run if is_sure or (len(run) >= _MENU_LINES and not is_list) else [])


def _last_headlines(lines: Sequence[PageLine], known: Container[int]) -> list[tuple[int, str]]:
    """The run of headlines after the last paragraph, if the text before it is an article.

    Right after a line that is known, such as "Related articles", fewer are enough.
    """
    trailing = list(takewhile(lambda line: line.kind in _HEADLINES, reversed(lines)))
    is_announced = bool(trailing) and trailing[-1].number - 1 in known
    if not is_announced:
        trailing = list(takewhile(lambda line: line.kind is ParagraphKind.HEADING, trailing))
    if len(trailing) < (1 if is_announced else _LAST_HEADLINES):
        return []
    bodies = sum(line.words >= BODY_WORDS for line in lines) - len(trailing)
    return [(line.number, HEADLINES) for line in trailing] if bodies >= _LAST_HEADLINES else []


def _contact_block(lines: Sequence[PageLine], known: Mapping[int, str]) -> list[tuple[int, str]]:
    """Short lines around known contact lines, from a heading such as "Contact us" on."""
    block: list[PageLine] = []
    found: list[tuple[int, str]] = []
    for line in lines:
        if is_contact_heading(line.text):
            block = [line]
        elif known.get(line.number) == "contact block" and block:
            found += [(each.number, "contact block") for each in block]
            block = [line]
        else:
            is_short = bool(block) and line.words <= LINE_WORDS // 2
            block = [*block, line] if is_short else []
    return [(number, reason) for number, reason in found if number not in known]
