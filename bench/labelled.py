"""Our own labelled texts: releases and what newsrooms make of them, with the labels an editor gives each sentence.

A file holds one original and its derivatives, a sentence a line, an empty line between paragraphs:

    language: en
    --- original
    2 | The pool opens on 23 May.
    --- derivative cut: wholly_derived/partly_derived
    about: cut to length
    copied/edited 2,5? | The pool opens on 23 May.

Before the bar stand the labels that are right, the best one first, and the numbers of the original's sentences it
comes from: "5?" may be linked, but need not be; in "2=1" the first sentence serves as well as the second.
{+New words+} inside a reused sentence are added; {?these?} may be called added or not. So every span is found by the
sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "quality" / "labelled"
_UNSPACED = ("zh",)
_LABELS = {"copied", "edited", "paraphrased", "added", "furniture"}
_DERIVATIONS = {"wholly_derived", "partly_derived", "non_derived"}
_SENTENCE = re.compile(r"([a-z/]+|\d+)(?: ([\d,?=]+))? \| (\S.*\S)")
_MARK = re.compile(r"{([+?])(.*?)[+?]}")
_HEADING = re.compile(r"--- (?:original|derivative ([\w-]+): ([a-z_/]+))")


class BadLabelledText(ValueError):
    """A file of labelled texts does not keep to its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a text: where it stands, the labels that are right, and what it comes from."""

    start: int
    end: int
    labels: tuple[str, ...]
    sources: tuple[int, ...]
    possible: tuple[int, ...]
    instead: tuple[tuple[int, int], ...]
    """Pairs of a source and another sentence that serves as well."""
    new: tuple[tuple[int, int], ...]
    """Where words inside a reused sentence are added."""
    doubtful: tuple[tuple[int, int], ...]
    """Where they may be called added or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """An original and a derivative with gold for each sentence of the derivative."""

    id: str
    language: str
    about: str
    derivations: tuple[str, ...]
    original: str
    derivative: str
    original_lines: tuple[Line, ...]
    derivative_lines: tuple[Line, ...]


def read_labelled(folder: Path = FOLDER) -> tuple[LabelledPair, ...]:
    """All pairs of a folder, in the order of their files' names."""
    return tuple(pair for path in sorted(folder.glob("*.txt")) for pair in _read_file(path))


def _read_file(path: Path) -> Iterator[LabelledPair]:
    """The pairs of one file: every derivative with the original."""
    language, original_part, *derivative_parts = _cut_parts(path.read_text(encoding="utf-8").splitlines())
    name = language[0].removeprefix("language: ")
    space = "" if name in _UNSPACED else " "
    original, original_lines = _read_text(original_part[1:], space)
    for heading, about, *content in derivative_parts:
        found = _HEADING.fullmatch(heading)
        if not found or not found[1] or not set(found[2].split("/")) <= _DERIVATIONS:
            raise BadLabelledText(f"{path.name}: {heading}")
        derivative, lines = _read_text(content, space)
        yield LabelledPair(
            id=f"{path.stem}/{found[1]}",
            language=name,
            about=about.removeprefix("about: "),
            derivations=tuple(found[2].split("/")),
            original=original,
            derivative=derivative,
            original_lines=original_lines,
            derivative_lines=tuple(_check_line(line, len(original_lines)) for line in lines),
        )


def _cut_parts(lines: Iterable[str]) -> list[list[str]]:
    """The lines before the first heading, then each heading with what stands under it."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("---"):
            parts.append([])
        parts[-1].append(line.strip())
    return parts


def _read_text(content: Iterable[str], space: str) -> tuple[str, tuple[Line, ...]]:
    """The text that the lines of sentences make, and where each sentence stands in it."""
    text, lines = "", []
    for is_empty, group in groupby(content, key=lambda line: not line):
        if is_empty:
            continue
        text += "\n\n" if text else ""
        for number, sentence in enumerate(group):
            text += space if number else ""
            lines.append(_mark_line(len(text), *_cut_sentence(sentence)))
            text += _MARK.sub(r"\2", _cut_sentence(sentence)[2])
    return text, tuple(lines)


def _cut_sentence(sentence: str) -> tuple[str, str, str]:
    """Its marks, its sources and its words."""
    found = _SENTENCE.fullmatch(sentence)
    if not found:
        raise BadLabelledText(sentence)
    return found[1], found[2] or "", found[3]


def _mark_line(start: int, marks: str, sources: str, words: str) -> Line:
    """A sentence with its gold; sources are counted from 0."""
    numbers = [number for number in sources.split(",") if number]
    needed = [[int(n) - 1 for n in number.split("=")] for number in numbers if not number.endswith("?")]
    return Line(
        start=start,
        end=start + len(_MARK.sub(r"\2", words)),
        labels=tuple(marks.split("/")),
        sources=tuple(source for source, *_ in needed),
        possible=tuple(int(number[:-1]) - 1 for number in numbers if number.endswith("?")),
        instead=tuple((source, other) for source, *others in needed for other in others),
        new=_find_marked(start, words, "+"),
        doubtful=_find_marked(start, words, "?"),
    )


def _find_marked(start: int, words: str, sign: str) -> tuple[tuple[int, int], ...]:
    """Where the marked words stand once all marks are gone."""
    return tuple(
        (place, place + len(mark[2]))
        for mark in _MARK.finditer(words)
        for place in [start + len(_MARK.sub(r"\2", words[: mark.start()]))]
        if mark[1] == sign
    )


def _check_line(line: Line, sentences: int) -> Line:
    """The line, if its labels are labels and its sources stand in the original."""
    is_reused = line.labels[0] not in ("added", "furniture")
    numbers = (*line.sources, *line.possible, *(other for _, other in line.instead))
    known = set(line.labels) <= _LABELS and all(n < sentences for n in numbers)
    if not known or is_reused != bool(line.sources):
        raise BadLabelledText(f"{line}")
    return line
