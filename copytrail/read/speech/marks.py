"""Stretches between quotation marks, whatever their style, over paragraphs and with marks inside marks.

One pass over the marks of each paragraph with a stack of those still open. A straight mark opens before a word and
closes after one; a raised comma between or after letters is an apostrophe unless a single mark is open that it can
close. A mark that is still open at the end of its paragraph goes on when the next one begins with the same mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from copytrail.model import Paragraph, ParagraphKind, Span

_MARK = re.compile("[`'“”„‟«»‹›‘’‚‛\"＂「」『』](?:(?<=`)`|(?<=')'?|(?<![`']))")
"""That it begins with one of few signs spares most places."""
_FAMILIES = {mark: family for family in ("“”„‟", "«»", "‹›", "‘’‚‛", '"＂', "'", "「」", "『』") for mark in family}
_FAMILIES |= {"``": "``", "''": "``"}
_OPENERS = frozenset("“„‟‘‚「『") | {"``"}
_SINGLE = frozenset({"‘’‚‛", "'"})
_CLOSERS = {"„": "“”‟", "‚": "‘’‛", "“": "”", "‟": "”", "‘": "’", "‛": "’"}
_ELIDED = re.compile(r"[’'](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n[’']|bout\b|round\b)", re.IGNORECASE)
_SINGLE_SIGNS = frozenset("‘’‚‛'")
_MIXED = frozenset('“”„"＂')
_SIGN = re.compile(r"\S")
_LOOKED_AHEAD = 300
"""In code points: so far a mark is looked for that closes what an apostrophe after "s" may have left open."""
_TRIM = " \t\n\u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks; `outer` holds the marks, `content` does not."""

    outer: Span
    content: Span
    mark: str
    """The mark that opened it."""
    closed: bool = True

    @property
    def family(self) -> str:
        """The marks that belong with the one that opened it."""
        return _FAMILIES[self.mark]


def find_quoted(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quoted, ...]:
    """The outermost stretches between marks outside the furniture, in the order of the text.

    >>> from copytrail.segment import segment
    >>> text = "“It’s the ‘best’ plan,” he said."
    >>> [quoted.content.of(text) for quoted in find_quoted(text, segment(text))]
    ['It’s the ‘best’ plan,']
    """
    found: list[Quoted] = []
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        here = _outermost(_pair_marks(text, paragraph.span))
        if here and found and _goes_on(text, found[-1], here[0], paragraph):
            first = here.pop(0)
            last = found.pop()
            joined = Span(last.content.start, first.content.end)
            found.append(replace(first, outer=Span(last.outer.start, first.outer.end), content=joined, mark=last.mark))
        found += here
    return tuple(found)


def _goes_on(text: str, open_one: Quoted, first: Quoted, paragraph: Paragraph) -> bool:
    """Whether a stretch that was not closed goes on with the mark that begins a paragraph."""
    begins = first.outer.start == paragraph.span.start and open_one.family == first.family
    return not open_one.closed and begins and not text[open_one.outer.end : first.outer.start].strip()


def _outermost(found: list[Quoted]) -> list[Quoted]:
    """The stretches that lie in no other one, in order; an open one that holds closed ones is a stray mark."""
    kept: list[Quoted] = []
    for quoted in sorted(found, key=lambda quoted: (quoted.outer.start, -quoted.outer.end)):
        if not kept or quoted.outer.start >= kept[-1].outer.end:
            kept.append(quoted)
    return kept


def _pair_marks(text: str, span: Span) -> list[Quoted]:
    """The stretches of one paragraph, those inside others too."""
    opened: list[re.Match[str]] = []
    found: list[Quoted] = []
    for mark in _MARK.finditer(text, span.start, span.end):
        closed = _closes(text, mark, opened, span)
        if closed is not None:
            opener = opened[closed]
            del opened[closed:]
            found.append(_quoted(text, opener, mark.start(), mark.end()))
        elif _opens(text, mark, span):
            if not _is_nested(text, mark, span):
                opened = [other for other in opened if _FAMILIES[other.group()] != _FAMILIES[mark.group()]]
            opened.append(mark)
    if opened and _FAMILIES[opened[0].group()] not in _SINGLE:
        stray = Quoted(
            Span(opened[0].start(), span.end), Span(opened[0].end(), span.end), opened[0].group(), closed=False
        )
        found += _open_end(stray, found)
    elif opened and opened[0].start() == span.start:
        found.append(Quoted(span, Span(opened[0].end(), span.end), opened[0].group(), closed=False))
    return found


def _is_nested(text: str, mark: re.Match[str], span: Span) -> bool:
    """Whether the next two marks of the kind both close, so that one stretch opens inside another."""
    family = _FAMILIES[mark.group()]
    following = (other for other in _MARK.finditer(text, mark.end(), span.end) if _FAMILIES[other.group()] == family)
    nearest = list(islice(following, 2))
    return len(nearest) == 2 and all(_ends_word(text, other, span) for other in nearest)


def _ends_word(text: str, mark: re.Match[str], span: Span) -> bool:
    """Whether a mark stands after a word or sign and before none."""
    before, after = _around(text, mark, span)
    return bool(before.strip()) and not after.isalnum()


def _open_end(stray: Quoted, found: Sequence[Quoted]) -> Iterator[Quoted]:
    """The open stretch, unless others of its own marks follow in the paragraph: then its mark is stray."""
    if not any(other.outer.start > stray.outer.start and other.family == stray.family for other in found):
        yield stray


def _quoted(text: str, opener: re.Match[str], start: int, end: int) -> Quoted:
    """The stretch between two marks."""
    first, last = opener.end(), start
    while first < last and text[first] in _TRIM:
        first += 1
    while last > first and text[last - 1] in _TRIM:
        last -= 1
    return Quoted(Span(opener.start(), end), Span(first, last), opener.group())


def _closes(text: str, mark: re.Match[str], opened: Sequence[re.Match[str]], span: Span) -> int | None:
    """Which of the open marks this one closes, if any."""
    if mark.group() in _SINGLE_SIGNS and not _ends_single(text, mark, span):
        return None
    before, after = _around(text, mark, span)
    if mark.group() in '"＂' and not before.strip() and after.isalnum():
        return None
    ends_word = _ends_word(text, mark, span)
    for number in range(len(opened) - 1, -1, -1):
        opener = opened[number].group()
        if opened[number].end() != mark.start() and _can_close(opener, mark.group(), ends_word=ends_word):
            return number
    return None


def _can_close(opener: str, sign: str, *, ends_word: bool) -> bool:
    """Whether two marks can open and close one stretch; writers mix curly and straight double marks."""
    if _FAMILIES[opener] != _FAMILIES[sign]:
        return ends_word and opener in _MIXED and sign in _MIXED
    if opener in _CLOSERS:
        return sign in _CLOSERS[opener] or (ends_word and opener == sign == "“")
    if _FAMILIES[opener] in {"«»", "‹›", "「」", "『』"}:
        return sign != opener
    return True


def _ends_single(text: str, mark: re.Match[str], span: Span) -> bool:
    """Whether a single mark ends a stretch and is no apostrophe."""
    before, after = _around(text, mark, span)
    if after.isalnum() or not before.strip():
        return False
    follows = text[mark.end() : mark.end() + 2]
    if before in "sz" and follows[:1] == " " and follows[1:].isalnum():
        rest = text[mark.end() : min(span.end, mark.end() + _LOOKED_AHEAD)]
        later = re.search(r"[^\s\w](?:’|')(?!\w)|\w(?<!s)(?:’|')(?!\w)", rest)
        opens = re.search(r"(?<!\w)[‘'](?=\w)", rest)
        return later is None or (opens is not None and opens.start() < later.start())
    return True


def _opens(text: str, mark: re.Match[str], span: Span) -> bool:
    """Whether a mark that closes nothing can open a stretch."""
    sign = mark.group()
    before, after = _around(text, mark, span)
    if sign in _SINGLE_SIGNS and _ELIDED.match(text, mark.start()):
        return False
    if sign in "‘’‚‛'":
        return sign != "’" and not before.isalnum() and (after.isalnum() or after in '“"([$£€…')
    if sign in _OPENERS:
        return True
    if before == "=":
        return False
    if sign in '"＂«‹' and before.isspace():
        return bool(_SIGN.search(text, mark.end(), span.end))
    return not before.isalnum() and bool(after.strip())


def _around(text: str, mark: re.Match[str], span: Span) -> tuple[str, str]:
    """The characters beside a mark; a space at the ends of the paragraph."""
    before = text[mark.start() - 1] if mark.start() > span.start else " "
    after = text[mark.end()] if mark.end() < span.end else " "
    return before, after
