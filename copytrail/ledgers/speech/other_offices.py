"""Whether somebody who is only called by his office ("said the mayor") is another person than a named one.

He is when the original gives the named one an office that the same person does not hold beside it, and neither text
puts the office that he is called by beside that name.
"""

from __future__ import annotations

import re
from functools import cache

from copytrail.read.tables import groups, known_language
from copytrail.text import without_owner
from copytrail.words import TextWords

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 5
"""In words; a longer description says more than an office."""
_BESIDE = 8
"""So many words before and after a name may say what its bearer is."""


def is_other_office(texts: tuple[TextWords, TextWords], name: str, mention: str, language: str) -> bool:
    """Whether a mention by office cannot mean the person of a name; `texts` are the original's and the derivative's.

    >>> original, derivative = TextWords("Minister Ada Holm said so."), TextWords("“So,” said the mayor.")
    >>> is_other_office((original, derivative), "Ada Holm", "the mayor", "en")
    True
    """
    offices = _offices(known_language(language))
    words = _WORD.findall(mention)
    office = offices.get(words[-1].lower()) if 1 < len(words) <= _LONGEST else None
    if office is None or any(word.lower() in _past(known_language(language)) for word in words):
        return False
    last = _WORD.findall(name)[-1]
    held, elsewhere = (_offices_beside(text, last, offices) for text in texts)
    return bool(held) and office not in held | elsewhere


def _offices_beside(text: TextWords, last: str, offices: dict[str, int]) -> set[int]:
    """The offices that stand near the mentions of a last name."""
    words = text.words
    places = [number for number, word in enumerate(words) if without_owner(word) == last]
    near = (words[max(0, number - _BESIDE) : number + _BESIDE + 1] for number in places)
    return {offices[word.lower()] for stretch in near for word in stretch if word.lower() in offices}


@cache
def _offices(language: str) -> dict[str, int]:
    """The offices of which nobody holds two, each with the number of those it goes together with."""
    return {word: number for number, group in enumerate(groups("names", language, "apart")) for word in group}


@cache
def _past(language: str) -> frozenset[str]:
    """The words that say somebody held an office, or stands in for its holder."""
    return frozenset(word for group in groups("names", language, "weighty") for word in group)
