"""The text of a block with its white space as a page shows it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\n\f\r]+")
BREAK = "\ue000"
"""Stands for `<br>` until it is known whether a paragraph ends there."""
_BREAKS = re.compile(rf" ?{BREAK}(?: ?{BREAK})+ ?")
_ONE_BREAK = re.compile(rf"(.)(?<! ) ?{BREAK} ?(?=(.?))")
CLOSING = '.!?:…;”"»)’'


def lay_out(raw: str, *, is_heading: bool, is_set: bool) -> str:
    """The text of a block with the paragraphs that `<br>` ends in it; `is_set` says that each line is one."""
    if is_set:
        raw = raw.replace("\n", BREAK + BREAK)
    text = _BREAKS.sub("\n", _SPACE.sub(" ", raw))
    text = _ONE_BREAK.sub(r"\1 " if is_heading else _end_line, text).replace(BREAK, "\n")
    lines = (line.strip(" \n\u200b\ufeff") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _end_line(found: re.Match[str]) -> str:
    """A single `<br>`: it ends a paragraph unless the sentence plainly goes on."""
    return f"{found[1]} " if found[1] not in CLOSING and found[2].islower() else f"{found[1]}\n"
