"""Paragraphs and sentences of a plain text, with exact spans.

Rules, not a model: paragraphs are lines or, in texts wrapped at a fixed width, blocks of lines;
sentences end at a closing mark before something that can begin one, unless an abbreviation, an
initial or an ordinal number stands before the mark. What a colon announces, a quotation or a whole
sentence, is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from copytrail.lexicon import abbreviations, function_words, number_abbreviations, title_abbreviations
from copytrail.model import Paragraph, ParagraphKind, Span
from copytrail.words import TextWords, WordIndex, word_pairs

_LIST_MARK = re.compile(r"\s*(?:[•‣◦▪●·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_TERMINAL = re.compile(r"[.!?…:;,。！？؟।](?:\s?»|['\"’”“«)\]])*$")
_BOUNDARY = re.compile(
    r"[.!?…؟।॥。！？](?:(?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+|(?<=[؟।॥]))"
    r"(?P<close>(?:[ \u00a0\u202f]?»|['\"’”“›«‹)\]])*)(?P<gap>\s+)"
    r"(?=(?:[—–-]\s+|«\s)?['\"‘“”„«‹»›(\[¿¡—–•-]*\w)"
    r"|(?<=[。！？])[。！？]*[」』”’）]*(?=\S))",
    re.DOTALL,
)
_GLUED = re.compile(r"[.!?](?<=[^\W\d_A-ZÀ-Þ]{3}.)['\"’”“»)]*(?=['\"‘“„«(]*[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]*\s)")
"""A closing mark with its space lost ("ends here.The next")."""
_ANNOUNCED = re.compile(
    r":(?<=[^\W_]:|[”“’»\"]:)[ \u00a0]+"
    r"(?=(?P<quoted>(?:«[ \u00a0\u202f]?|['\"‘“„‹›»])*)(?P<opens>\w)\w*(?:[^\w!?]+\w+){3})"
)
"""A colon before at least four words."""
_FIRST_WORD = re.compile(r"\W*(?P<word>\w+)")
_HAS_WORD = re.compile(r"[^\W_]")
_TO_LAST_WORD = re.compile(r".*[^\W_]", re.DOTALL)
_LAST_WORD = re.compile(r"(?<![^\s(\[“„«\"'‘])[^\s(\[“„«\"'‘]++$")
_LONGEST_ABBREVIATION = 40
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TAG_WORDS = 2
"""So many words before a colon are more than a mark ("Note:")."""
_HEADING_WORDS = 14
_HEADING_LENGTH = 150
_WRAP_WIDTHS = range(45, 121)
"""Line lengths, in characters, that mail programs and text files are wrapped at."""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    starts_block: bool
    """Whether a blank line, or nothing, stands before it."""


def segment(text: str, language: str = "", words: WordIndex | None = None) -> tuple[Paragraph, ...]:
    r"""The paragraphs of a canonical text with their sentences, numbered from 1; its words may be known already.

    >>> [paragraph.kind.value for paragraph in segment("Bridge opens\n\nThe minister opened it. It rained.")]
    ['heading', 'body']
    """
    lines = list(_find_lines(text))
    spans = _join_wrapped(lines) if _is_wrapped(text, lines) else [line.span for line in lines]
    known = words or TextWords(text)
    return tuple(
        Paragraph(
            number=number,
            span=span,
            kind=_kind_of(text, span, known.count(span.start, span.end)),
            sentences=split_sentences(text, span, language),
        )
        for number, span in enumerate(spans, start=1)
    )


def split_sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """The sentences of a stretch of text; one without any word belongs to its neighbour.

    >>> text = "Mr. Fox met Dr. Owl. They spoke."
    >>> [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)))]
    ['Mr. Fox met Dr. Owl.', 'They spoke.']
    """
    last = _TO_LAST_WORD.match(text, span.start, span.end)
    first = _HAS_WORD.search(text, span.start, span.end)
    if not first or not last:
        return ()
    sentences: list[Span] = []
    start, opening = span.start, first.start()
    for found in _find_boundaries(text, span):
        end = found.start() + len(found.group().rstrip())
        if opening < end < last.end() and _ends_sentence(text, found, start, language):
            sentences.append(Span(start, end))
            start = found.end()
            following = _HAS_WORD.search(text, start, span.end)
            opening = following.start() if following else span.end
    return (*sentences, Span(start, span.end))


def _find_boundaries(text: str, span: Span) -> list[re.Match[str]]:
    """Where a sentence may end, in order."""
    patterns = [_BOUNDARY, _GLUED, _ANNOUNCED] if ":" in span.of(text) else [_BOUNDARY, _GLUED]
    found = (pattern.finditer(text, span.start, span.end) for pattern in patterns)
    return sorted(chain.from_iterable(found), key=re.Match.start)


def _find_lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, without the space around them."""
    here, last_end = 0, -1
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = here + line.index(stripped)
            between = text[last_end:start] if last_end >= 0 else "\n\n"
            last_end = start + len(stripped)
            yield _Line(Span(start, last_end), starts_block=between.count("\n") > 1)
        here += len(line)


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether most line breaks inside blocks stand in the middle of sentences, as in wrapped text."""
    inner = [(before, after) for before, after in pairwise(lines) if not after.starts_block]
    if not inner or max(len(line.span) for line in lines) > _WRAP_WIDTHS.stop:
        return False
    wrapped = sum(_breaks_sentence(text, before.span, after.span) for before, after in inner)
    return wrapped > len(inner) / 2


def _breaks_sentence(text: str, before: Span, after: Span) -> bool:
    """Whether the break between two lines comes from wrapping."""
    unfinished = not _TERMINAL.search(before.of(text)) or text[before.end - 1] in ",;"
    return len(before) in _WRAP_WIDTHS and unfinished and not _LIST_MARK.match(text, after.start)


def _join_wrapped(lines: list[_Line]) -> list[Span]:
    """Blocks of lines as one paragraph each."""
    joined: list[Span] = []
    for line in lines:
        if line.starts_block or not joined:
            joined.append(line.span)
        else:
            joined[-1] = Span(joined[-1].start, line.span.end)
    return joined


def _kind_of(text: str, span: Span, words: int) -> ParagraphKind:
    """What a paragraph is by its look: a list item has a mark, a heading is short and has no closing mark."""
    if _LIST_MARK.match(text, span.start):
        return ParagraphKind.LIST_ITEM
    is_short = len(span) <= _HEADING_LENGTH and 0 < words <= _HEADING_WORDS
    is_open = "\n" not in span.of(text) and not _TERMINAL.search(text, span.start, span.end)
    return ParagraphKind.HEADING if is_short and is_open else ParagraphKind.BODY


def _ends_sentence(text: str, found: re.Match[str], start: int, language: str) -> bool:
    """Whether a possible boundary ends a sentence."""
    if found.re is _ANNOUNCED:
        return _announces(text, found, start, language)
    if found.re is _GLUED or not found.group("gap"):
        return True
    following = _FIRST_WORD.match(text, found.end())
    word = following.group("word") if following else ""
    if word[:1].islower():
        return False
    if found.group("close") or text[found.start() : found.start("close")] != ".":
        return True
    last = _LAST_WORD.search(text, max(start, found.start() - _LONGEST_ABBREVIATION), found.start())
    return last is None or not _takes_full_stop(last.group(), last.start() == start, word, language)


def _announces(text: str, found: re.Match[str], start: int, language: str) -> bool:
    """Whether a colon announces a sentence: a quotation, or what begins with a capital or a number outside a title.

    Before the colon must stand more than a word ("Note: …").
    """
    opens = found.group("opens")
    if not (opens.isupper() or opens.isdigit()) or len(word_pairs(text, start, found.start())) < _TAG_WORDS:
        return False
    last = _LAST_WORD.search(text, max(start, found.start() - _LONGEST_ABBREVIATION), found.start())
    return bool(found.group("quoted")) or language == "de" or bool(last and last.group()[0].islower())


def _takes_full_stop(last: str, is_first: bool, following: str, language: str) -> bool:
    """Whether the full stop after a word belongs to the word, as in "Mr.", "No. 10", "J. K." or "3. März"."""
    folded = last.casefold()
    if folded in number_abbreviations():
        return following[:1].isdigit()
    if folded.isdigit():
        return is_first or (language == "de" and len(folded) <= 2)
    if (len(last) == 1 and last.isalpha() and last.isupper() and last != "I") or folded in title_abbreviations():
        return True
    is_short = folded in abbreviations() or _INITIALS.fullmatch(last) or (len(last) == len(following) == 1)
    return bool(is_short) and following.casefold() not in function_words(language)
