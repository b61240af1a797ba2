"""XML read as a stream of elements and words: nothing outside the file is looked up, nothing inside it expands.

A file that declares entities is refused before any of them could grow, an address of a document type is never
opened, and elements are told one by one, so that depth and length cost neither stack nor memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from copytrail.errors import UnreadableInput

MOST_DEPTH = 2_000
_SEPARATOR = "}"
_DAMAGED = "This file is damaged: a part of it is no sound XML. Save it anew, or copy its text and paste it."
_ENTITIES = "This file defines words that could grow without end: save it anew, or copy its text and paste it."
_TOO_DEEP = "Parts of this file stand too deep in one another: copy its text and paste it."


class XmlReader(Protocol):
    """What is told of a file's elements; names are `prefix:name`, or `:name` where the namespace is unknown."""

    @property
    def is_done(self) -> bool:
        """Whether it wants to be told no more."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, words: str) -> None:
        """Words stand in the element that began last."""


def read_xml(chunks: Iterable[bytes], prefixes: Mapping[str, str], reader: XmlReader) -> None:
    """Tell a reader everything in a file, with the prefixes (by namespace) that it knows.

    Raises UnreadableInput for what is no sound XML, declares entities, or is too deep.
    """
    names = _Names(prefixes)
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise UnreadableInput(_TOO_DEEP)
        reader.start(
            names[name], {names[key]: value for key, value in attributes.items()} if attributes else attributes
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(names[name])

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.words
    parser.EntityDeclHandler = _refuse_entity
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            if reader.is_done:
                return
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableInput(_DAMAGED) from error


class _Names(dict[str, str]):
    """Names with namespaces to names with prefixes, each worked out once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(_SEPARATOR)
        short = f"{self._prefixes.get(namespace, '')}:{local}" if namespace else local
        self[name] = short
        return short


def _refuse_entity(*_declared: object) -> None:
    raise UnreadableInput(_ENTITIES)
