"""Furniture: what stands on a page without being part of its text.

Rules look at one line each (a list of known lines, dates, captions, contact lines) and, at the end of
a document, at runs of headlines. Nothing is removed: the paragraph stays, says why, and can be restored.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from copytrail.model import Document, Paragraph, ParagraphKind
from copytrail.words import word_pairs

_MONTHS = (
    "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|"
    "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_DATE = rf"(?:(?:{_DAYS})[,.]?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?:{_MONTHS})[.,]?\s+(?:de\s+)?\d{{4}}|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
_TIME = r"(?:\s*[,|·•–-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|uhr|gmt|bst|utc|est|edt|cet)?)?"
_LINE_RULES = (
    ("date of the page", re.compile(rf"(?:(?:published|posted|updated|last updated|date|stand)(?:\s+on)?:?\s+)?{_DATE}{_TIME}", re.I)),
    ("reading time", re.compile(r"\d+\s*(?:min|minute|minuten|minutes|minutos)s?\.?\s*(?:read|reading time|lesezeit|de lecture|de lectura)", re.I)),
    ("picture caption", re.compile(r".{4,}(?:\[(?:getty|reuters|afp|ap|epa|pa|dpa|ansa|alamy|anadolu|shutterstock|wikimedia)[^\]]*\]|\((?:photo|image|picture|foto|bild|credit)\b[^)]*\))", re.I)),
    ("picture caption", re.compile(r"(?:photo|image|picture|foto|bild|credit|photograph)(?: credit| by)?:\s.{2,}|(?:getty images|(?:reuters|afp|ap)/\S.*)", re.I)),
    ("contact block", re.compile(r"(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|\+?[\d()\s./-]{7,})", re.I)),
)
_CONTACT_HEADING = re.compile(r"(?:contact(?: us| details| information)?|(?:media|press)(?: enquir\w+| inquir\w+| contacts?| office)|kontakt|pressekontakt|contacts?(?: presse)?|contacto(?: de prensa)?)\W*", re.I)
_SIGNS = " \t!?.:;,*|-–—»›>«‹<•·#=_[]()"
_LINE_WORDS = 30
"""Longer paragraphs are text, whatever they say."""
_BODY_WORDS = 8
"""A paragraph of this many words, or with a closing mark, is text that furniture can follow."""
_LAST_HEADLINES = 3
"""So many headlines in a row after the last paragraph are links to other articles."""
_MOST_FURNITURE = 0.9
"""Where the rules take more of the words than this, they have misread the text and nothing is marked."""


def mark_furniture(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs with those marked that are furniture, each with its reason."""
    reasons = {number: reason for number, reason in _find_furniture(text, paragraphs)}
    counts = {p.number: len(word_pairs(text, p.span.start, p.span.end)) for p in paragraphs}
    if sum(counts[number] for number in reasons) > _MOST_FURNITURE * sum(counts.values()):
        return paragraphs
    return tuple(
        replace(p, kind=ParagraphKind.FURNITURE, reason=reasons[p.number]) if p.number in reasons else p for p in paragraphs
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
    found = [(p.number, reason) for p in paragraphs if (reason := _reason_for_line(p.span.of(text)))]
    found += _last_headlines(text, [p for p in paragraphs if p.number not in dict(found)])
    return found + _contact_block(text, paragraphs, dict(found))


def _reason_for_line(line: str) -> str:
    """Why a line on its own is furniture, or ""."""
    if len(line) > _LINE_WORDS * 10 or len(line.split()) > _LINE_WORDS:
        return ""
    plain = " ".join(line.casefold().replace("’", "'").strip(_SIGNS).split())
    listed = _known_lines().get(plain) or next((reason for start, reason in _known_starts() if plain.startswith(start)), "")
    return listed or next((reason for reason, rule in _LINE_RULES if rule.fullmatch(line.strip())), "")


def _last_headlines(text: str, paragraphs: list[Paragraph]) -> list[tuple[int, str]]:
    """The run of headlines after the last paragraph, if the text before it is an article."""
    trailing: list[Paragraph] = []
    for paragraph in reversed(paragraphs):
        if paragraph.kind is not ParagraphKind.HEADING:
            break
        trailing.append(paragraph)
    bodies = sum(len(word_pairs(text, p.span.start, p.span.end)) >= _BODY_WORDS for p in paragraphs) - len(trailing)
    if len(trailing) < _LAST_HEADLINES or bodies < _LAST_HEADLINES:
        return []
    return [(paragraph.number, "headlines after the end") for paragraph in trailing]


def _contact_block(text: str, paragraphs: tuple[Paragraph, ...], known: Mapping[int, str]) -> list[tuple[int, str]]:
    """Short lines around known contact lines, from a heading such as "Contact us" on."""
    block: list[Paragraph] = []
    found: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        line = paragraph.span.of(text)
        is_short = len(line.split()) <= _LINE_WORDS // 2
        if _CONTACT_HEADING.fullmatch(line.strip()):
            block = [paragraph]
        elif known.get(paragraph.number) == "contact block" and block:
            found += [(p.number, "contact block") for p in block]
            block = [paragraph]
        else:
            block = [*block, paragraph] if block and is_short else []
    return [(number, reason) for number, reason in found if number not in known]


@cache
def _listed() -> dict[str, list[str]]:
    """The lists of known lines by reason."""
    data: dict[str, list[str]] = tomllib.loads(files("copytrail").joinpath("data", "furniture.toml").read_text(encoding="utf-8"))
    return data


@cache
def _known_lines() -> dict[str, str]:
    """Whole lines that are furniture, with the reason."""
    return {line: reason for reason, lines in _listed().items() for line in lines if not line.endswith("…")}


@cache
def _known_starts() -> tuple[tuple[str, str], ...]:
    """Beginnings of lines that are furniture, with the reason."""
    return tuple((line[:-1], reason) for reason, lines in _listed().items() for line in lines if line.endswith("…"))
