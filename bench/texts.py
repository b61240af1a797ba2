"""Texts of any length with a known relation, made from the words of the bundled case.

An order-1 chain over the case's words gives the sentences. The case has only some 1,500 different words, and
text made of them alone repeats itself far more than prose does; so half of the long words give way to
coined ones, of which there are ever more the longer the text (as in prose, by Heaps' law). Derivatives
change words in place, or keep some paragraphs in another order among new ones.
"""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache
from itertools import pairwise

from copytrail.case_files import bundled_cases

_SENTENCE_WORDS = 24
_PARAGRAPH_WORDS = 60
_KEPT_PARAGRAPHS = 0.55
_CHANGED_WORDS = 0.18
_LONG_WORD = 5
_COINED_WORDS = 0.5
_NEW_WORDS = 0.3
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def make_original(words: int, seed: int = 1) -> str:
    """A text of about so many words, in paragraphs."""
    choose = random.Random(seed)
    coin = _Coiner(choose)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph: list[str] = []
        while len(paragraph) < _PARAGRAPH_WORDS:
            paragraph += [coin(word) for word in _make_sentence(choose)]
        paragraphs.append(" ".join(paragraph))
        count += len(paragraph)
    return "\n\n".join(paragraphs)


def edit(text: str, seed: int = 2) -> str:
    """The same text with a share of its words changed in place."""
    choose = random.Random(seed)
    return "\n\n".join(" ".join(_change(choose, paragraph.split(" "))) for paragraph in text.split("\n\n"))


def rearrange(text: str, seed: int = 3) -> str:
    """A share of the paragraphs in another order, filled up with new ones."""
    choose = random.Random(seed)
    paragraphs = text.split("\n\n")
    kept = choose.sample(paragraphs, round(len(paragraphs) * _KEPT_PARAGRAPHS))
    missing = len(text.split()) - sum(len(paragraph.split()) for paragraph in kept)
    mixed = [*kept, *make_original(missing, seed=seed + 100).split("\n\n")]
    choose.shuffle(mixed)
    return "\n\n".join(mixed)


class _Coiner:
    """Puts coined words in the place of some long ones, new ones as well as old."""

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose
        self.coined: list[str] = []

    def __call__(self, word: str) -> str:
        """The word, or one in its place."""
        if not word.isalpha() or len(word) < _LONG_WORD or self.choose.random() >= _COINED_WORDS:
            return word
        if not self.coined or self.choose.random() < _NEW_WORDS:
            syllables = self.choose.randint(2, 4)
            self.coined.append("".join(self.choose.choice(_SYLLABLES) for _ in range(syllables)))
            return self.coined[-1]
        return self.choose.choice(self.coined)


@cache
def _following() -> dict[str, list[str]]:
    """What follows each word in the case; under "" what sentences begin with."""
    chain: defaultdict[str, list[str]] = defaultdict(list)
    for case in bundled_cases():
        for document in (text.read() for text in (case.original, *case.derivatives)):
            for paragraph in document.paragraphs:
                for span in paragraph.sentences:
                    for word, following in pairwise(["", *span.of(document.text).split()]):
                        chain[word].append(following)
    return dict(chain)


def _make_sentence(choose: random.Random) -> list[str]:
    """A sentence of about the usual length."""
    chain = _following()
    words = [choose.choice(chain[""])]
    while len(words) < _SENTENCE_WORDS and not words[-1].endswith("."):
        words.append(choose.choice(chain.get(words[-1], chain[""])))
    return [*words[:-1], words[-1].rstrip(".,;:") + "."]


def _change(choose: random.Random, words: list[str]) -> list[str]:
    """The words with some left out, exchanged or followed by another."""
    changed: list[str] = []
    for word in words:
        if choose.random() >= _CHANGED_WORDS or word.endswith("."):
            changed.append(word)
        else:
            other = choose.choice(words).strip(".")
            changed += choose.choice([[], [other], [word, other]])
    return changed
