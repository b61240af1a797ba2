"""What a figure counts: the noun beside it, so that 1,900 arrivals are not 1,900 pounds."""

from __future__ import annotations

import re
from functools import cache

from copytrail.lexicon import function_words, stem_words
from copytrail.model import Span
from copytrail.read.tables import any_of, words

_WORD = re.compile(r"(?:\s+|-)([^\W\d_][\w’'-]*)")
_STOP = re.compile(r"\s*[,.;:!?()\"“”\n]")
_FARTHEST = 4
_REACH = 160


def name_counted(text: str, span: Span, limit: int, language: str) -> str:
    """The stem of the noun that the number at a place counts, or "".

    >>> name_counted("35,000 failed asylum seekers, foreign criminals", Span(0, 6), 47, "en")
    'seeker'
    """
    after = _words_after(text, span.end, limit, language) or _words_of_number(text, span.start, language)
    plural = next((word for word in after if _is_plural(word, language)), "")
    noun = plural or (after[0] if len(after) == 1 else "")
    return stem_words([noun.casefold()], language)[0] if noun else ""


def name_shared(text: str, end: int, limit: int, language: str) -> str:
    """The stem of the word right after a share: "increase" after "14%"."""
    after = _words_after(text, end, limit, language)
    return stem_words([after[0].casefold()], language)[0] if after else ""


def _words_after(text: str, end: int, limit: int, language: str) -> list[str]:
    """The words after the number, up to a sign or a function word."""
    found: list[str] = []
    place = end
    while len(found) < _FARTHEST and (word := _WORD.match(text, place, limit)):
        bare = re.sub(r"[’']s?$", "", word.group(1))
        if bare.casefold() in function_words(language or "en"):
            if found or bare.casefold() not in {"of", "de", "d", "more", "other"}:
                break
        else:
            found.append(bare)
        place = word.end()
        if _STOP.match(text, place) or bare != word.group(1):
            break
    return found


def _words_of_number(text: str, start: int, language: str) -> list[str]:
    """The words after the last "number of" shortly before the figure."""
    found = list(_number_of(language).finditer(text, max(0, start - _REACH), start))
    return _words_after(text, found[-1].end(), start, language) if found else []


@cache
def _number_of(language: str) -> re.Pattern[str]:
    """The words that say that a noun is being counted."""
    return re.compile(rf"(?<!\w)(?:{any_of(words('figures', language, 'number_of'))})", re.IGNORECASE)


def _is_plural(word: str, language: str) -> bool:
    """Whether a word looks like a plural."""
    folded = word.casefold()
    if language == "de":
        return word[:1].isupper()
    return (
        len(folded) > 3 and folded.endswith(("s", "x")) and not folded.endswith(("ss", "us", "is"))
    ) or folded in words("figures", language, "plurals")
