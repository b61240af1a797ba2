"""The texts that are changed on purpose: news of the quality kit, in English from two collections and in German.

Only the first collection has quotations and speakers told by hand. In the others they are taken where nobody could
read them otherwise: whole marks within one paragraph, with a name and a plain verb of saying beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bench.kit import Json, read_gold, read_pairs
from bench.mutations.changes import Quoted, Source
from copytrail.model.segments import Span

Sources = dict[str, Source]

_TOLD = "polnear"
_FURTHER = ("summedits", "ragtruth")
_GERMAN = "deplain"
_NEWS = ("news", None)
"""The kinds of those texts of a mixed collection that are news."""
_NAME = (
    r"((?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr)\.? [A-Z][a-z]+"
    r"|(?!(?:The|It|He|She)\b)[A-Z][a-z]+(?:(?: [A-Z]\.)? [A-Z][a-z’'-]+[a-z])?\b)"
)
_QUOTATION = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_AFTER = re.compile(rf"\s(?:said|says|added|told \w+) {_NAME}|\s{_NAME} (?:said|says|added|told)\b")
_BEFORE = re.compile(rf"{_NAME} (?:said|says|added|told \w+)[,:] $")
_REACH = 60
_LONG_ENOUGH = 20


def read_collections(kit: Path) -> dict[str, Sources]:
    """The texts by collection and id, each with a neighbour of its collection to take sentences from."""
    return {
        "English news, quotations told by hand": _with_others(_read_told(kit)),
        "further English news": _with_others(dict(_read_further(kit))),
        "German news": _with_others(dict(_read_originals(kit, _GERMAN, "de"))),
    }


def find_plain_quotations(text: str) -> tuple[Quoted, ...]:
    """The quotations between whole marks of a paragraph, with the name that a verb of saying gives them to."""
    paragraphs = [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]
    whole = [span for span in paragraphs if span.of(text).count('"') % 2 == 0]
    return tuple(
        _quote(text, span, found)
        for span in whole
        for found in _QUOTATION.finditer(text, span.start, span.end)
        if len(found.group()) >= _LONG_ENOUGH
    )


def _read_told(kit: Path) -> Sources:
    gold = read_gold(kit, _TOLD)
    return {
        pair["id"]: Source(pair["original"], tuple(map(_read_quoted, gold[pair["id"]]["quotations"])))
        for pair in read_pairs(kit, _TOLD)
    }


def _read_further(kit: Path) -> Iterator[tuple[str, Source]]:
    for name in _FURTHER:
        for key, source in _read_originals(kit, name, "en"):
            yield key, replace(source, quotations=find_plain_quotations(source.text))


def _read_originals(kit: Path, name: str, language: str) -> Iterator[tuple[str, Source]]:
    """The originals of a set, each once."""
    gold = read_gold(kit, name)
    seen: set[str] = set()
    for pair in read_pairs(kit, name):
        if pair["original"] not in seen and gold[pair["id"]].get("kind") in _NEWS:
            seen.add(pair["original"])
            yield pair["id"], Source(pair["original"], language=language)


def _with_others(sources: Sources) -> Sources:
    """The sources, each with the text of the next one but some as its other text."""
    names = list(sources)
    others: Iterable[str] = [*names[len(names) // 2 :], *names[: len(names) // 2]]
    return {name: replace(sources[name], other=sources[other].text) for name, other in zip(names, others, strict=True)}


def _read_quoted(quotation: Json) -> Quoted:
    """A quotation of the gold; a speaker in several pieces is no name that could be swapped."""
    spans = quotation["speaker"]["spans"]
    return Quoted(Span(quotation["start"], quotation["end"]), Span(*spans[0]) if len(spans) == 1 else None)


def _quote(text: str, paragraph: Span, found: re.Match[str]) -> Quoted:
    content = Span(found.start() + 1, found.end() - 1)
    named = _AFTER.match(text, found.end(), paragraph.end) or _BEFORE.search(
        text, max(paragraph.start, found.start() - _REACH), found.start()
    )
    speaker = Span(*named.span(named.lastindex or 0)) if named else None
    is_full = speaker is not None and " " in speaker.of(text)
    is_known = speaker is not None and re.search(rf"[a-z] [A-Z][a-z]+ {speaker.of(text)}\b", text)
    return Quoted(content, speaker if is_full or is_known else None)
