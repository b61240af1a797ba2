"""Texts of any length with a known relation, as like prose as their words' frequencies can make them.

Two words in five are function words of English. The others are coined: drawn from a fixed vocabulary by
Zipf's law with Mandelbrot's shift, and now and then taken up again from shortly before, as a text does with
its subject; some runs of words come back as stock phrases do. 1,000, 10,000 and 100,000 words hold about
420, 2,700 and 15,000 different ones, nearly as many as news and web texts do. All texts draw from the same
vocabulary, so unrelated ones share words, but nothing else.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

_FUNCTION_WORDS = (
    "the of and to in a that for is on with as it was by at from be are this he have said has an will not its or but "
    "which their were been they would we more who had his one also about after can other than all new there when our "
    "into up out over so its what some could these if only between through during against under"
)
_FUNCTION_SHARE = 0.42
_STEMS = 20_000
_ENDINGS = ("", "s", "ed", "ing", "ation", "al", "ly", "er")
_VOCABULARY = 60_000
_SHIFT = 30
_TAKEN_UP = 0.25
_NEAR = 400
_PHRASES = 0.015
_PHRASE_WORDS = 5
_SENTENCE_WORDS = (8, 34)
_PARAGRAPH_SENTENCES = (1, 5)
_KEPT_PARAGRAPHS = 0.55
_CHANGED_WORDS = 0.18
_ONSETS = "b br c ch cl d dr f fl g gr h l m n p pl pr r s sh st str t tr v w"
_VOWELS = "a e i o u ea ou ai"
_CODAS = "n r l t s nd st ck m rt"


def make_original(words: int, seed: int = 1) -> str:
    """A text of about so many words, in paragraphs."""
    choose = random.Random(seed)
    stream = _draw_words(choose, words)
    paragraphs: list[str] = []
    while stream:
        sentences: list[str] = []
        for _ in range(choose.randint(*_PARAGRAPH_SENTENCES)):
            length = choose.randint(*_SENTENCE_WORDS)
            sentences.append(_write_sentence(choose, stream[:length]))
            del stream[:length]
        paragraphs.append(" ".join(filter(None, sentences)))
    return "\n\n".join(paragraphs)


def edit(text: str, seed: int = 2) -> str:
    """The same text with a share of its words changed in place."""
    choose = random.Random(seed)
    return "\n\n".join(" ".join(_change(choose, paragraph.split(" "))) for paragraph in text.split("\n\n"))


def shuffle(text: str, seed: int = 3) -> str:
    """A share of the paragraphs in another order, filled up with new ones."""
    choose = random.Random(seed)
    paragraphs = text.split("\n\n")
    kept = choose.sample(paragraphs, round(len(paragraphs) * _KEPT_PARAGRAPHS))
    missing = len(text.split()) - sum(len(paragraph.split()) for paragraph in kept)
    mixed = [*kept, *make_original(missing, seed=seed + 100).split("\n\n")]
    choose.shuffle(mixed)
    return "\n\n".join(mixed)


def replace_all(text: str, seed: int = 4) -> str:
    """Another text of the same length, which has nothing to do with the first."""
    return make_original(len(text.split()), seed=seed + 200)


def _draw_words(choose: random.Random, count: int) -> list[str]:
    """So many words in lower case."""
    vocabulary, content_law = _vocabulary()
    function_words = _FUNCTION_WORDS.split()
    function_law = list(accumulate(1 / rank for rank in range(2, len(function_words) + 2)))
    content = choose.choices(vocabulary, cum_weights=content_law, k=count)
    function = choose.choices(function_words, cum_weights=function_law, k=count)
    drawn: list[str] = []
    while len(drawn) < count:
        kind = choose.random()
        if drawn and kind < _PHRASES:
            start = choose.randrange(len(drawn))
            drawn += drawn[start : start + _PHRASE_WORDS]
        elif kind < _PHRASES + _FUNCTION_SHARE:
            drawn.append(function[len(drawn)])
        else:
            is_taken_up = drawn and choose.random() < _TAKEN_UP
            drawn.append(choose.choice(drawn[-_NEAR:]) if is_taken_up else content[len(drawn)])
    return drawn[:count]


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """The coined words, the most frequent first, with their cumulated frequencies."""
    choose = random.Random(0)
    stems = list(dict.fromkeys(_coin(choose) for _ in range(2 * _STEMS)))[:_STEMS]
    words = [stems[number % _STEMS] + choose.choice(_ENDINGS) for number in range(_VOCABULARY)]
    return words, list(accumulate(1 / (rank + _SHIFT) for rank in range(1, _VOCABULARY + 1)))


def _coin(choose: random.Random) -> str:
    """A word that no language has; every ninth begins with a capital, as a name."""
    syllables = [choose.choice(_ONSETS.split()) + choose.choice(_VOWELS.split()) for _ in range(choose.randint(1, 3))]
    word = "".join(syllables) + choose.choice(_CODAS.split())
    return word.capitalize() if choose.randrange(9) == 0 else word


def _write_sentence(choose: random.Random, words: list[str]) -> str:
    """Words as a sentence, with commas."""
    if not words:
        return ""
    marked = [word + "," if choose.random() < 0.05 else word for word in words[:-1]]
    sentence = " ".join([*marked, words[-1] + "."])
    return sentence[0].upper() + sentence[1:]


def _change(choose: random.Random, words: list[str]) -> list[str]:
    """The words with some left out, exchanged or followed by another."""
    changed: list[str] = []
    for word in words:
        if choose.random() >= _CHANGED_WORDS or word.endswith("."):
            changed.append(word)
        else:
            other = choose.choice(words).strip(".,")
            changed += choose.choice([[], [other], [word, other]])
    return changed
