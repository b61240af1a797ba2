"""What stands before and after the article of a page that was copied whole, and what is announced inside it.

Only where known lines prove that a page came along: what nobody knows is taken for text everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from copytrail.intake.furniture.page_lines import PageLine, find_article, find_stems
from copytrail.model import ParagraphKind

HEADLINES = "headlines after the end"
MENU = "menu or related headlines"
_COMMENT_FORM, _CONTACT = "comment form", "contact block"
_LEAST_TEXTS = 3
"""An article has so many paragraphs, or it is not told from what surrounds it."""
_PROOF = 3
"""So many known lines on one side of the article prove that a page came along."""
_BESIDE_WORDS = 4
"""A line of more words between headline and text is a summary, not a button."""
_SANDWICH_WORDS = 8
_TITLE_STEMS = 2
"""A line above the headline with so many words of the article may be a title as well."""
_NEAR = 2
_HEADLINE_WORDS = 3
_FAR = 4
"""Text behind so many lines of furniture is no part of the article if it is about something else."""
_ALIEN_SHARE = 0.5
"""That is, if more than this share of its longer words do not occur in the article."""
_ANNOUNCING_WORDS = 5
_SUBHEADING_WORDS = 4
_MOST_ANNOUNCED = 6


def find_around(lines: Sequence[PageLine], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Numbers and reasons of lines around the article; `known` are those of furniture found already."""
    article = find_article(lines, known)
    texts = [line for line in lines[article.start : article.stop] if line.is_text and line.number not in known]
    if len(texts) < _LEAST_TEXTS:
        return
    stems = find_stems(texts)
    before, after = lines[: article.start], lines[article.stop :]
    if _count_proof(before, known) >= _PROOF:
        yield from _judge_before(before, known, stems)
    if _count_proof(after, known) >= _PROOF:
        yield from _judge_after(after, known, stems)


def find_announced(lines: Sequence[PageLine], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Numbers and reasons of headlines that a line such as "Read more" announces inside the article."""
    for place in find_article(lines, known):
        line = lines[place]
        if known.get(line.number) != MENU or line.words > _ANNOUNCING_WORDS or line.text.rstrip().endswith("."):
            continue
        following = lines[place + 1 : place + 1 + _MOST_ANNOUNCED]
        announced = list(takewhile(lambda each: _is_short(each) and each.number not in known, following))
        is_cut = len(announced) == _MOST_ANNOUNCED
        if announced and announced[-1].words <= _SUBHEADING_WORDS:
            announced.pop()
        yield from ((each.number, MENU) for each in announced if not is_cut and each.words >= _HEADLINE_WORDS)


def find_between(lines: Sequence[PageLine], known: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Numbers and reasons of short lines inside the article that stand between two lines of furniture."""
    article = find_article(lines, known)
    for place in range(max(1, article.start), min(article.stop, len(lines) - 1)):
        line, before, after = lines[place], lines[place - 1].number, lines[place + 1].number
        is_between = before in known and after in known and line.number not in known
        if is_between and _is_short(line) and line.words <= _SANDWICH_WORDS:
            yield line.number, known[before]


def _count_proof(lines: Sequence[PageLine], known: Mapping[int, str]) -> int:
    return sum(known.get(line.number, _CONTACT) != _CONTACT for line in lines)


def _judge_before(
    lines: Sequence[PageLine], known: Mapping[int, str], stems: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Everything before the headline but for text about the same, and buttons between it and the article."""
    headline = _find_headline(lines, known, stems)
    for place, line in enumerate(lines):
        if line.number in known or place == headline:
            continue
        near = {each.number for each in lines[max(0, place - _NEAR) : place + _NEAR + 1]}
        is_button = _is_short(line) and line.words <= _BESIDE_WORDS and not near.isdisjoint(known)
        is_above = place < headline and (_is_alien(line, stems) or len(find_stems([line]) & stems) < _TITLE_STEMS)
        if is_button or is_above:
            yield line.number, MENU


def _find_headline(lines: Sequence[PageLine], known: Mapping[int, str], stems: frozenset[str]) -> int:
    """The place of the line that says most of what the article is about, or -1."""
    candidates = [
        (len(find_stems([line]) & stems), line.words, -place)
        for place, line in enumerate(lines)
        if line.number not in known and line.words >= _HEADLINE_WORDS
    ]
    shared, _, place = max(candidates, default=(0, 0, 1))
    return -place if shared else -1


def _judge_after(
    lines: Sequence[PageLine], known: Mapping[int, str], stems: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Short lines after the first known one, and text about something else far from the article."""
    passed = 0
    has_comments = False
    for line in lines:
        has_comments = has_comments or known.get(line.number) == _COMMENT_FORM
        if line.number in known:
            passed += 1
        elif passed and _is_short(line):
            passed += 1
            yield line.number, HEADLINES
        elif passed >= _FAR and _is_alien(line, stems):
            yield line.number, "comment of a reader" if has_comments else "text after the end"


def _is_short(line: PageLine) -> bool:
    """Whether it could be a headline, a link, a button; a line that begins with a small letter goes on with another."""
    if line.is_sentence or line.text[:1].islower():
        return False
    return line.kind is not ParagraphKind.LIST_ITEM or line.words <= _SANDWICH_WORDS


def _is_alien(line: PageLine, stems: frozenset[str]) -> bool:
    own = find_stems([line])
    return len(own - stems) > _ALIEN_SHARE * len(own) if own else True
