"""The plain text of an e-mail: lines that were wrapped on the way, quoted history, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from copytrail.intake.extracts import Block
from copytrail.intake.inner_pages import SIGNATURE
from copytrail.text import canonicalise

_QUOTED = re.compile(r"(?:> ?)*")
_SEPARATOR = "-- "


def find_blocks(raw: str, is_flowed: bool = False, is_glued: bool = False) -> Iterator[Block]:
    r"""The text in blocks of one depth of quotation, without the marks of it; a signature is put aside.

    >>> [(block.text, block.furniture) for block in find_blocks("It opens.\n> When?\n\n-- \nA. Fox")]
    [('It opens.', ''), ('When?', ''), ('A. Fox', 'signature')]
    """
    lines = (_split(line) for line in canonicalise(raw.replace("\x00", "")).split("\n"))
    for _, group in groupby(_unfold(lines, is_glued) if is_flowed else lines, key=lambda line: line[0]):
        text, signature = _cut([line for _, line in group])
        yield from (Block(each, None, why) for each, why in ((text, ""), (signature, SIGNATURE)) if each)


def _split(line: str) -> tuple[int, str]:
    """The depth of quotation of a line, and the line without its marks."""
    marks = _QUOTED.match(line)
    quoted = marks[0] if marks else ""
    return quoted.count(">"), line[len(quoted) :]


def _unfold(lines: Iterator[tuple[int, str]], is_glued: bool) -> Iterator[tuple[int, str]]:
    """Lines that end in a space go on in the next one of the same depth; a space before a line is only padding."""
    depth, started = 0, ""
    for here, stuffed in lines:
        line = stuffed.removeprefix(" ")
        if started and here != depth:
            yield depth, started
            started = ""
        depth = here
        if line.endswith(" ") and line != _SEPARATOR:
            started += line[:-1] if is_glued else line
            continue
        yield depth, started + line
        started = ""
    if started:
        yield depth, started


def _cut(lines: list[str]) -> tuple[str, str]:
    """The text before a line of two hyphens and a space, and what follows it."""
    place = lines.index(_SEPARATOR) if _SEPARATOR in lines else len(lines)
    return "\n".join(lines[:place]).strip(), "\n".join(lines[place + 1 :]).strip()
