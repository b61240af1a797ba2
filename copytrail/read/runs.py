"""Runs of capitalised words, the raw material of names.

A run ends at a sign, a word in lower case or a possessive; particles ("van", "al") stand inside one. A capital
at the start of a sentence proves nothing, nor do those of a heading in title case: there a word counts only where
the text also has it with a capital inside a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copytrail.model import Document, ParagraphKind, Span
from copytrail.read.name_words import NameWords, fold_name, particles, places

_POSSESSIVE = re.compile(r"(?:['’]s?|(?<=[sz])['’])\Z")
_PERIOD = re.compile(r"(?:Q[1-4]|H[12]|FY\d*)")
_APART = re.compile(r"\s(?:&\s)?|\.\s?")
_OPENING = "“‘\"'«„([‹"
_TITLE_SHARE = 0.6
_TITLE_ALL = 0.9
_LONG_WORD = 4
_FEWEST_CAPITALS = 2
_COMMAS_OF_A_LIST = 4
_TITLE_WORDS = 7
"""So many words before a name are looked at for the office of a person."""
_LIKE_A_STOP = frozenset({":", "—", "–", "•"})


class Word(NamedTuple):
    """A word of a sentence, without the possessive; a tuple, because there is one for each word of a text."""

    start: int
    end: int
    text: str
    is_capital: bool
    is_first: bool
    is_possessive: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence."""

    words: tuple[Word, ...]
    is_title_case: bool


Run = tuple[Word, ...]


def read_sentences(document: Document) -> list[Sentence]:
    """The sentences of a document outside furniture that hold a capital, as words."""
    index = document.index
    marked = [number for number, word in enumerate(index.words) if not word.islower()]
    sentences: list[Sentence] = []
    for paragraph in document.paragraphs:
        for span in paragraph.sentences if paragraph.kind is not ParagraphKind.FURNITURE else ():
            numbers = index.between(span.start, span.end)
            inside = marked[bisect_left(marked, numbers.start) : bisect_left(marked, numbers.stop)]
            if inside:
                sentences.append(_read_sentence(document, numbers, inside))
    return sentences


def find_runs(text: str, sentence: Sentence, known: NameWords) -> Iterator[Run]:
    """The runs of capitalised words of a sentence."""
    run: list[Word] = []
    waiting: list[Word] = []
    for word in sentence.words:
        is_joined = bool(run) and not (waiting or run)[-1].is_possessive and _joins(text, (waiting or run)[-1], word)
        if not is_joined and run:
            yield tuple(run)
            run, waiting = [], []
        if _can_be_name(word, known):
            run, waiting = [*run, *waiting, word], []
        elif run and word.text.casefold() in particles():
            waiting.append(word)
        elif run:
            yield tuple(run)
            run, waiting = [], []
    if run:
        yield tuple(run)


def _read_sentence(document: Document, numbers: range, marked: Sequence[int]) -> Sentence:
    """One sentence as words, from shortly before its first capital to its last.

    What follows an opening mark or a colon begins like a sentence.
    """
    text, index = document.text, document.index
    opening = next((number for number in numbers if index.words[number][0].isalpha()), numbers.start)
    words: list[Word] = []
    for number in range(max(numbers.start, marked[0] - _TITLE_WORDS), marked[-1] + 1):
        written, (start, end) = index.words[number], index.places[number]
        if written.islower():
            words.append(Word(start, end, written, False, False, False))
            continue
        is_first = number <= opening or text[start - 1] in _OPENING
        is_first = is_first or (bool(words) and text[words[-1].end : start].strip()[-1:] in _LIKE_A_STOP)
        words += _parts(text, Span(start, end), is_first=is_first)
    return Sentence(tuple(words), _is_title_case(document, numbers, words))


def _is_title_case(document: Document, numbers: range, words: Sequence[Word]) -> bool:
    """Whether capitals say nothing, because nearly all words have one; where a sentence ends, more is asked."""
    if sum(word.is_capital for word in words) < _FEWEST_CAPITALS:
        return False
    text, index = document.text, document.index
    long = [word for word in index.words[numbers.start + 1 : numbers.stop] if len(word) >= _LONG_WORD]
    capitals = sum(not word[0].islower() for word in long)
    start, end = index.places[numbers.start][0], index.places[numbers.stop - 1][1]
    if text[end : end + 1] in {"", "\n", "?", "!"}:
        return capitals > _TITLE_SHARE * len(long)
    is_list = _COMMAS_OF_A_LIST * text.count(",", start, end) > len(numbers)
    return len(long) > _LONG_WORD and capitals > _TITLE_ALL * len(long) and not is_list


def _parts(text: str, span: Span, *, is_first: bool) -> list[Word]:
    """A word without its possessive; the countries of "UK-Iraq" and "US-led" are words of their own."""
    written = span.of(text)
    parts = re.split(r"(?<=\w)[-–](?=\w)", written) if "-" in written or "–" in written else []
    if len(parts) < 2 or not (_is_place(parts[0]) or _is_place(parts[-1])):
        return [_word(text, span, is_first=is_first)]
    words, place = [], span.start
    for part in parts:
        words.append(_word(text, Span(place, place + len(part)), is_first=is_first))
        place += len(part) + 1
    return words


def _is_place(part: str) -> bool:
    """Whether a part of a compound is a country."""
    return part[:1].isupper() and fold_name(_POSSESSIVE.sub("", part)) in places()


def _word(text: str, span: Span, *, is_first: bool) -> Word:
    """A word with its possessive cut off."""
    written = span.of(text)
    bare = _POSSESSIVE.sub("", written)
    is_capital = bare[:1].isupper() or (bare[:1].islower() and bare[1:2].isupper())
    end = span.start + len(bare)
    return Word(span.start, end, bare, is_capital=is_capital, is_first=is_first, is_possessive=bare != written)


def _can_be_name(word: Word, known: NameWords) -> bool:
    """Whether a word may be a part of a name by its look; "US" in capitals is no pronoun."""
    if not word.is_capital or _PERIOD.fullmatch(word.text):
        return False
    return word.text.casefold() not in known.never_names or (word.text.isupper() and fold_name(word.text) in places())


def _joins(text: str, before: Word, after: Word) -> bool:
    """Whether nothing but a space, or the stop of an initial, parts two words."""
    between = text[before.end : after.start]
    if not _APART.fullmatch(between):
        return False
    return (
        "." not in between
        or len(before.text) <= 2
        or before.text.casefold() in {"mrs", "prof", "gen", "sen", "rep", "gov", "col"}
    )
