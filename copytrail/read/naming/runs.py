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
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from copytrail.model import Document, ParagraphKind
from copytrail.read.naming.words import NameWords, fold_name, particles, places
from copytrail.words import TextWords

_POSSESSIVE = re.compile(r"(?:['’]s?|(?<=[sz])['’])\Z")
_COMPOUND = re.compile(r"(?<=\w)[-–](?=\w)")
_PERIOD = re.compile(r"(?:Q[1-4]|H[12]|FY\d*)")
_APART = re.compile(r"\s(?:&\s)?|\.\s?")
_OPENING = frozenset("“‘\"'«„([‹")
_TITLE_SHARE = 0.6
_TITLE_ALL = 0.9
_LONG_WORD = 4
_FEWEST_CAPITALS = 2
_COMMAS_OF_A_LIST = 4
_LIKE_A_STOP = frozenset({":", "—", "–", "•"})


class Word(NamedTuple):
    """A word of a sentence, without the possessive; a tuple, because there is one for each word of a text."""

    start: int
    end: int
    text: str
    folded: str
    """In lower case, as the tables have it."""
    is_capital: bool
    is_first: bool
    is_possessive: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its words that matter to names: those with a capital or digit, and particles between them."""

    index: TextWords
    numbers: range
    words: tuple[Word, ...]
    is_title_case: bool

    def before(self, word: Word) -> Iterator[Word]:
        """All the words before one of them, the nearest first."""
        place = bisect_left(self.words, word.start, key=_start)
        for number in range(bisect_left(self.index.starts, word.start) - 1, self.numbers.start - 1, -1):
            (start, end), following = self.index.places[number], place
            while place and self.words[place - 1].start >= start:
                place -= 1
                yield self.words[place]
            if place == following:
                yield _small_word(self.index.words[number], start, end)


Run = tuple[Word, ...]
_start = itemgetter(0)


def read_sentences(document: Document) -> list[Sentence]:
    """The sentences of a document outside furniture that hold a capital, as words."""
    index = document.index
    capitals = {word for word in index.different if not word.islower()}
    inside = capitals | {word for word in index.different if word.casefold() in particles()}
    marked = [number for number, word in enumerate(index.words) if word in inside]
    sentences: list[Sentence] = []
    for paragraph in document.paragraphs:
        for span in paragraph.sentences if paragraph.kind is not ParagraphKind.FURNITURE else ():
            numbers = index.between(span.start, span.end)
            here = marked[bisect_left(marked, numbers.start) : bisect_left(marked, numbers.stop)]
            if here and not capitals.isdisjoint(index.words[numbers.start : numbers.stop]):
                sentences.append(_read_sentence(document, numbers, here))
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
        elif run and word.folded in particles():
            waiting.append(word)
        elif run:
            yield tuple(run)
            run, waiting = [], []
    if run:
        yield tuple(run)


def _read_sentence(document: Document, numbers: range, marked: Sequence[int]) -> Sentence:
    """One sentence by its words that matter to names; what follows an opening mark or a colon begins like one."""
    text, index = document.text, document.index
    opening = next((number for number in numbers if index.words[number][0].isalpha()), numbers.start)
    words: list[Word] = []
    for number in marked:
        written, (start, end) = index.words[number], index.places[number]
        if written.islower():
            words.append(_small_word(written, start, end))
            continue
        is_first = number <= opening or _opens(text[index.places[number - 1][1] : start])
        for offset, bare, folded, is_capital, is_possessive in _parts(written):
            place = start + offset
            words.append(Word(place, place + len(bare), bare, folded, is_capital, is_first, is_possessive))
    return Sentence(index, numbers, tuple(words), _is_title_case(document, numbers, words))


def _small_word(written: str, start: int, end: int) -> Word:
    """A word without a capital."""
    return Word(start, end, written, written.casefold(), False, False, False)


def _opens(gap: str) -> bool:
    """Whether the signs before a word make it begin like a sentence."""
    return gap != " " and (gap[-1:] in _OPENING or gap.strip()[-1:] in _LIKE_A_STOP)


def _is_title_case(document: Document, numbers: range, words: Sequence[Word]) -> bool:
    """Whether capitals say nothing, because nearly all words have one; where a sentence ends, more is asked."""
    if len([word for word in words if word.is_capital]) < _FEWEST_CAPITALS:
        return False
    text, index = document.text, document.index
    long = [word[0] for word in index.words[numbers.start + 1 : numbers.stop] if len(word) >= _LONG_WORD]
    capitals = len(long) - sum(map(str.islower, long))
    start, end = index.places[numbers.start][0], index.places[numbers.stop - 1][1]
    if text[end : end + 1] in {"", "\n", "?", "!"}:
        return capitals > _TITLE_SHARE * len(long)
    is_list = _COMMAS_OF_A_LIST * text.count(",", start, end) > len(numbers)
    return len(long) > _LONG_WORD and capitals > _TITLE_ALL * len(long) and not is_list


@lru_cache(maxsize=20_000)
def _parts(written: str) -> tuple[tuple[int, str, str, bool, bool], ...]:
    """What a word holds, each with its place in it: itself, or the countries of "UK-Iraq" and what they stand with."""
    parts = _COMPOUND.split(written) if "-" in written or "–" in written else []
    if len(parts) < 2 or not (_is_place(parts[0]) or _is_place(parts[-1])):
        return ((0, *_bare(written)),)
    offsets = accumulate((len(part) + 1 for part in parts[:-1]), initial=0)
    return tuple((offset, *_bare(part)) for offset, part in zip(offsets, parts, strict=True))


def _is_place(part: str) -> bool:
    """Whether a part of a compound is a country."""
    return part[:1].isupper() and fold_name(_POSSESSIVE.sub("", part)) in places()


def _bare(written: str) -> tuple[str, str, bool, bool]:
    """A word with its possessive cut off, folded, whether it has a capital, and whether there was a possessive."""
    bare = _POSSESSIVE.sub("", written)
    is_capital = bare[:1].isupper() or (bare[:1].islower() and bare[1:2].isupper())
    return bare, bare.casefold(), is_capital, bare != written


def _can_be_name(word: Word, known: NameWords) -> bool:
    """Whether a word may be a part of a name by its look; "US" in capitals is no pronoun."""
    if not word.is_capital or (word.text[0] in "QHF" and _PERIOD.fullmatch(word.text)):
        return False
    return word.folded not in known.never_names or (word.text.isupper() and fold_name(word.text) in places())


def _joins(text: str, before: Word, after: Word) -> bool:
    """Whether nothing but a space, or the stop of an initial, parts two words."""
    between = text[before.end : after.start]
    if between == " ":
        return True
    if not _APART.fullmatch(between):
        return False
    return (
        "." not in between
        or len(before.text) <= 2
        or before.folded in {"mrs", "prof", "gen", "sen", "rep", "gov", "col"}
    )
