"""Markdown to a document: its text as a reader sees it, without marks, addresses, pictures and code around it.

The text is built from the blocks of the file with a blank line between them. Headings, list items and
quotations are what the file says they are; what a paragraph is, is left to its look, as in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Unpack

from markdown_it import MarkdownIt
from markdown_it.token import Token

from copytrail.errors import UnreadableInput
from copytrail.intake.characters.decode import Decoded, decode
from copytrail.intake.documents import Known, make_document
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.furniture.lines import LINE_WORDS, LINK_REASON, LINK_WORDS
from copytrail.intake.markup import strip_markup
from copytrail.model import Document, ParagraphKind
from copytrail.text import canonicalise

_NESTING = 50
_MOST_MARKS = 40_000
"""A file with more signs of Markdown than this is no text, and would take long to read."""
_KEY_LINE = re.compile(r"[\w\"'][^:\n]*:(?:\s|$)")
_DATA_LINE = re.compile(rf"\s|-(?:\s|$)|[#\]}}]|$|{_KEY_LINE.pattern}")
_KINDS = {
    "heading": ParagraphKind.HEADING,
    "list_item": ParagraphKind.LIST_ITEM,
    "blockquote": ParagraphKind.BODY,
}


def read_markdown(source: str | bytes, **known: Unpack[Known]) -> Document:
    r"""The document that a Markdown file is, with what is known about it (`id`, `title`, `publisher`, ...).

    Raises EmptyText when there is not one word in it and UnreadableInput where it cannot be read.

    >>> document = read_markdown("# Bridge *opens*\n\nThe [minister](https://example.org) opened\nit on Monday.")
    >>> document.text
    'Bridge opens\n\nThe minister opened it on Monday.'
    """
    return make_document(extract_markdown(source), **known)


def extract_markdown(source: str | bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of a Markdown file as a reader sees them."""
    decoded = decode(source, options.encoding) if isinstance(source, bytes) else Decoded(source)
    text = _drop_front_matter(canonicalise(decoded.text))
    return Extract(blocks=tuple(_find_blocks(_parse(text))), encoding=decoded.encoding, notes=decoded.notes)


def _drop_front_matter(text: str) -> str:
    """The text without the data between two lines of `---` that may stand at its beginning."""
    first, *lines = text.split("\n")
    if first.rstrip() != "---" or not lines or not _KEY_LINE.match(lines[0]):
        return text
    for number, line in enumerate(lines):
        if line.rstrip() in {"---", "..."}:
            return "\n".join(lines[number + 1 :])
        if not _DATA_LINE.match(line):
            break
    return text


def _parse(text: str) -> list[Token]:
    if sum(map(text.count, "\n[*_-+`<>&\\")) > _MOST_MARKS:
        raise UnreadableInput("This has too many marks to be a Markdown text: save it as .txt and try again.")
    tokens = MarkdownIt("commonmark", {"maxNesting": _NESTING}).parse(text)
    if any(token.nesting > 0 and token.level + 1 >= _NESTING for token in tokens):
        raise UnreadableInput("Its lists or quotations stand too deep in one another: save it as .txt and try again.")
    return tokens


def _find_blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    """The blocks in order, each of the kind of the innermost thing it stands in."""
    kinds: list[ParagraphKind | None] = [None]
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _KINDS and token.nesting > 0:
            kinds.append(_KINDS[name])
        elif name in _KINDS:
            kinds.pop()
        elif token.type == "inline":
            yield _read_inline(token.children or [], kinds[-1])
        elif token.type == "html_block":
            yield from (Block(line, kinds[-1]) for line in strip_markup(token.content).splitlines())
        elif token.type in {"fence", "code_block"}:
            yield Block(canonicalise(token.content).strip("\n"), kinds[-1] or ParagraphKind.BODY)


def _read_inline(tokens: list[Token], kind: ParagraphKind | None) -> Block:
    """The words of a paragraph or heading; HTML among them is cleaned in one piece, so that it cannot hide in two."""
    if any(token.type == "html_inline" for token in tokens):
        html = (token.content if token.type == "html_inline" else _write_html(token) for token in tokens)
        text = strip_markup("".join(html))
    else:
        text = "".join(map(_read_token, tokens))
    is_link = kind is not ParagraphKind.HEADING and _is_link(tokens)
    return Block(canonicalise(text).strip(), kind, LINK_REASON if is_link else "")


def _read_token(token: Token) -> str:
    """What a reader sees of a piece of a paragraph; pictures and marks say nothing."""
    if token.type in {"text", "code_inline"}:
        return token.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, "")


def _write_html(token: Token) -> str:
    return escape(_read_token(token)).replace("\n", "<br>")


def _is_link(tokens: list[Token]) -> bool:
    """Whether links make up at least half of a short line, and hardly anything stands beside them."""
    depth = 0
    words = {True: 0, False: 0}
    for token in tokens:
        depth += token.nesting if token.type.startswith("link_") else 0
        words[depth > 0] += len(_read_token(token).split())
    inside, outside = words[True], words[False]
    return 0 < inside <= LINE_WORDS and outside <= min(LINK_WORDS, inside)
