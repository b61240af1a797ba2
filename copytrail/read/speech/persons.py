"""Who is meant: a last name after a full one, a pronoun, a role.

Persons are runs of capitals that a title goes before, that are said to speak, or whose last name does so. A pronoun
is the subject of the sentences before it, else the last person named there; it is left open where nobody was named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copytrail.model import Document, ParagraphKind, Span
from copytrail.read.speech.phrases import Phrase
from copytrail.read.speech.words import NAME_LINKS, SpeechWords
from copytrail.text import without_owner
from copytrail.words import TextWords

_LOOKED_BACK = 1500
"""In code points; farther back nobody is meant by a pronoun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named, with what was said before the name: "Mr", "minister"."""

    span: Span
    name: str
    titles: frozenset[str]


class People:
    """The persons of one document and where they are named, outside quotations."""

    def __init__(
        self, document: Document, quoted: Sequence[Span], speakers: Iterable[Phrase], words: SpeechWords
    ) -> None:
        self._words = words
        spoken = {speaker.name for speaker in speakers if speaker.is_name}
        runs = list(_find_runs(document, words))
        long = [found for run in runs if len(run) > 1 for found in _mention(document, run, words)]
        titled = {run.name for run in long if run.titles and not self._is_body(run.name)}
        known = titled | {name for name in spoken if not self._is_body(name)}
        lasts = {_last(name) for name in known}
        lone = [run for run in runs if len(run) == 1 and without_owner(document.index.words[run[0]]) in lasts]
        short = [found for run in lone for found in _mention(document, run, words)]
        here = sorted((run for run in long + short if not _is_inside(run.span, quoted)), key=lambda run: run.span)
        named = [run for run in here if _last(run.name) in lasts and not self._is_body(run.name)]
        self._full = _full_names([*(run.name for run in named), *sorted(known)])
        self._mentions = named
        self._titles: dict[str, set[str]] = {}
        for run in named:
            self._titles.setdefault(_last(run.name), set()).update(run.titles)
        self._starts = [run.span.start for run in named]

    def full_name(self, name: str) -> str:
        """The name as full as the text has it: "Jarvis" is "Dan Jarvis" where nobody else is called so."""
        return self._full.get(name.rsplit(maxsplit=1)[-1], name) if len(name.split()) == 1 else name

    def knows(self, name: str) -> bool:
        """Whether a name is that of one of the persons."""
        return _last(name) in self._titles

    def meant_by(self, phrase: Phrase, subjects: Sequence[Phrase]) -> str | None:
        """The person a pronoun or a role stands for; None where it stays open.

        `subjects` are those of the sentences before it, the nearest first.
        """
        word = phrase.name.lower()
        last = bisect_left(self._starts, phrase.span.start)
        near = [m for m in self._mentions[max(0, last - 50) : last] if phrase.span.start - m.span.start < _LOOKED_BACK]
        fitting = [m for m in near if self._fits(word, m)]
        for subject in subjects:
            named = [m for m in fitting if subject.span.contains(m.span) and subject.is_name]
            if named and self.full_name(subject.name) == self.full_name(named[-1].name):
                return self.full_name(named[-1].name)
        return self.full_name(fitting[-1].name) if fitting else None

    def _fits(self, word: str, mention: Mention) -> bool:
        """Whether a pronoun or the last word of a role can stand for a person."""
        titles = self._titles[_last(mention.name)]
        if word in self._words.persons:
            he, *she = self._words_by_sex()
            return not titles & (she[0] if word == he else self._words.his)
        return bool(set(word.split()) & titles)

    def _words_by_sex(self) -> tuple[str, frozenset[str]]:
        """The pronoun for a man, and the titles of women."""
        he = next((word for word in ("he", "er", "il", "él") if word in self._words.persons), "")
        return he, self._words.her

    def _is_body(self, name: str) -> bool:
        """Whether a name is that of an office, a body or a place of work."""
        return any(word.lower() in self._words.bodies for word in name.split())


def _find_runs(document: Document, words: SpeechWords) -> Iterator[list[int]]:
    """The runs of capitals outside the furniture, by the numbers of their words."""
    index, text = document.index, document.text
    capitals = {word for word in index.different if word[0].isupper()}
    inside = capitals | (index.different & NAME_LINKS)
    numbers = [number for number, word in enumerate(index.words) if word in inside]
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        run: list[int] = []
        words_here = index.between(paragraph.span.start, paragraph.span.end)
        for number in numbers[bisect_left(numbers, words_here.start) : bisect_left(numbers, words_here.stop)]:
            if run and not _is_joined(index, text, run[-1], number, words):
                yield run
                run = []
            if run or index.words[number] in capitals:
                run.append(number)
        if run:
            yield run


def _is_joined(index: TextWords, text: str, last: int, number: int, words: SpeechWords) -> bool:
    """Whether a run of capitals goes on from one word to another: the next, after a space or the stop of an initial."""
    if number > last + 1:
        return False
    word, gap = index.words[last], text[index.places[last][1] : index.starts[number]]
    return gap in {" ", "\u00a0"} or (gap in {". ", ".\u00a0"} and (len(word) == 1 or word.lower() in words.titles))


def _mention(document: Document, run: list[int], words: SpeechWords) -> Iterator[Mention]:
    """The person's name in a run of capitals, with the titles before it."""
    index = document.index
    while run and not index.words[run[-1]][0].isupper():
        run = run[:-1]
    lower = [index.words[number].lower().rstrip(".") for number in run]
    cut = max((n for n, word in enumerate(lower[:-1]) if word in words.before_names), default=-1) + 1
    before = [index.words[n].lower() for n in range(max(0, run[0] - 2), run[0])] if run else []
    titles = {word for word in lower[:cut] if word in words.titles}
    titles |= {word for word in before[-1:] if word in words.titles or word in words.roles}
    name = [index.words[number] for number in run[cut:]]
    if name and len(name[-1]) > 1:
        name[-1] = without_owner(name[-1])
        yield Mention(Span(index.starts[run[cut]], index.places[run[-1]][1]), " ".join(name), frozenset(titles))


def _is_inside(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether a span lies in a quotation; those are in order."""
    number = bisect_left(quoted, Span(span.start + 1, 0)) - 1
    return number >= 0 and quoted[number].end > span.start


def _last(name: str) -> str:
    """The last name."""
    return name.rsplit(maxsplit=1)[-1]


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """For last names that belong to one person the fullest name."""
    full: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()) > 1:
            full.setdefault(_last(name), set()).add(name)
    return {last: max(found, key=len) for last, found in full.items() if len({name.split()[0] for name in found}) == 1}
