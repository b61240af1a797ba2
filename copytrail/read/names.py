"""The names of one document: persons, places and bodies, found without a model.

What is written with a capital inside a sentence is a name or a part of one. Names are told apart from offices and
forms of address by lists; a short form ("Jarvis", "IMF") gets the value of the full one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from copytrail.model import Document, Name, NameKind, Span
from copytrail.read.naming.runs import Run, Sentence, Word, find_runs, read_sentences
from copytrail.read.naming.titles import find_title, split_run
from copytrail.read.naming.words import NameWords, fold_name, name_words, places, seats
from copytrail.read.tables import known_language

_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
_PERSON_WORDS = range(2, 5)


class _Mention(NamedTuple):
    """A name where it stands; a tuple, as `Word` is."""

    run: Run
    written: str
    title: Span | None
    has_address: bool


def read_names(document: Document) -> tuple[Name, ...]:
    """The names of a document in their order; none from furniture."""
    language = known_language(document.language)
    known, text = name_words(language), document.text
    sentences = read_sentences(document)
    inside, lower = _survey(document, sentences)
    mentions = [
        mention
        for sentence in sentences
        for run in find_runs(text, sentence, known)
        if (mention := _mention(text, sentence, _trim(run, sentence, inside, lower), language))
    ]
    if language == "de":
        mentions = [mention for mention in mentions if _stands_out(mention)]
    full = _full_forms(mentions)
    return tuple([_name(mention, full, known) for mention in mentions])


def _survey(document: Document, sentences: Iterable[Sentence]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that have a capital inside sentences, and those written in lower case."""
    inside = (
        word.folded
        for sentence in sentences
        if not sentence.is_title_case
        for word in sentence.words
        if word.is_capital and not word.is_first
    )
    return frozenset(inside), frozenset(word for word in document.index.different if word.islower())


def _trim(run: Run, sentence: Sentence, inside: frozenset[str], lower: frozenset[str]) -> Run:
    """The run without words whose capital only comes from where they stand."""
    if sentence.is_title_case:
        start = next((n for n, word in enumerate(run) if _is_certain(word, inside)), len(run))
        return tuple(takewhile(lambda word: _is_certain(word, inside), run[start:]))
    if not run[0].is_first or _is_certain(run[0], inside):
        return run
    is_before_place = len(run) == 2 and fold_name(run[1].text) in places()
    is_alone = len(run) == 1 or run[0].folded in lower or is_before_place
    return run[1:] if is_alone else run


def _is_certain(word: Word, inside: frozenset[str]) -> bool:
    """Whether a word is a name wherever it stands."""
    is_known = word.folded in inside or fold_name(word.text) in places()
    return is_known or bool(len(word.text) < 5 and _ACRONYM.fullmatch(word.text))


def _mention(text: str, sentence: Sentence, run: Run, language: str) -> _Mention | None:
    """The name in a run, with the office beside it; None where nothing but offices and common words is left."""
    known = name_words(language)
    if not run:
        return None
    head, name = split_run(run, known)
    if not name or all(word.folded in known.common for word in name):
        return None
    written = text[name[0].start : name[-1].end]
    has_address = any(word.folded.rstrip(".") in known.honorifics for word in head)
    is_person = len(name) <= _PERSON_WORDS.stop and not _is_body(name, known) and fold_name(written) not in places()
    title = find_title(text, sentence, name, head, language) if is_person else None
    return _Mention(name, written, title, has_address)


def _is_body(run: Run, known: NameWords) -> bool:
    """Whether a run holds a word for a body: "Committee"."""
    return any(word.folded in known.bodies for word in run)


def _stands_out(mention: _Mention) -> bool:
    """Whether a run is a name even where all nouns have capitals."""
    is_known = any(fold_name(word.text) in places() for word in mention.run)
    return is_known or mention.has_address or mention.title is not None or len(mention.run) == 2


def _full_forms(mentions: Sequence[_Mention]) -> Mapping[str, str]:
    """For folded short forms the full one: last names, and acronyms that stand for a longer name."""
    full: dict[str, str] = {}
    written_in_full = Counter(mention.written for mention in mentions if len(mention.run) in _PERSON_WORDS)
    for written, _ in written_in_full.most_common():
        full.setdefault(fold_name(written.split()[-1]), written)
    for mention in (mention for mention in mentions if len(mention.run) > 1):
        initials = "".join(word.text[0] for word in mention.run if word.is_capital)
        if len(initials) > 1:
            full.setdefault(f"acronym {initials.casefold()}", mention.written)
    return full


def _name(mention: _Mention, full: Mapping[str, str], known: NameWords) -> Name:
    """A mention as a name, in its full form."""
    run, written = mention.run, mention.written
    folded = fold_name(written)
    value = places().get(folded) or written
    if _ACRONYM.fullmatch(written):
        value = full.get(f"acronym {folded}", value)
    elif len(run) == 1 and folded not in places():
        value = full.get(folded, value)
    span, kind = Span(run[0].start, run[-1].end), _kind(mention, value, known)
    return Name(span=span, kind=kind, value=" ".join(value.split()), title=mention.title)


def _kind(mention: _Mention, value: str, known: NameWords) -> NameKind:
    """What a name names."""
    folded = fold_name(value)
    if folded in places() or folded in seats():
        return NameKind.PLACE
    if _is_body(mention.run, known) or _ACRONYM.fullmatch(mention.run[0].text):
        return NameKind.BODY
    if mention.title or mention.has_address or len(value.split()) > len(mention.run):
        return NameKind.PERSON
    return NameKind.OTHER
