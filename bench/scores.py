"""How many sentences and words of some texts are right, and what is wrong in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.judging import Sentence
from bench.kit import Json
from copytrail.words import word_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many sentences of some texts are right."""

    sentences: int
    labels: float
    """The share with a label that the gold accepts."""
    added: float
    """F1 of the label added."""
    links: float
    """F1 of the links to the original's sentences."""


def score_sentences(sentences: Sequence[Sentence]) -> Score:
    """The figures for some sentences with gold."""
    added = [(one.judged == "added", one.wanted[0] == "added") for one in sentences]
    right = sum(len(one.links & one.sources) for one in sentences)
    return Score(
        sentences=len(sentences),
        labels=sum(one.is_label_right for one in sentences) / max(1, len(sentences)),
        added=f_measure(added.count((True, True)), sum(f for f, _ in added), sum(w for _, w in added)),
        links=f_measure(
            right,
            sum(len(one.links - one.possible) for one in sentences),
            sum(len(one.sources) for one in sentences),
        ),
    )


def describe_sentence(sentence: Sentence) -> str:
    """What was found beside what was wanted, for a person: sentences of the original are counted from 1."""
    wanted = f"{'/'.join(sentence.wanted)} {count_from_one(sentence.sources)}".strip()
    return f"{sentence.found} {count_from_one(sentence.links)}".strip() + f", not {wanted}: {sentence.words}"


def count_from_one(sources: Iterable[int]) -> str:
    """Numbers of sentences for a person.

    >>> count_from_one({4, 0})
    '1,5'
    """
    return ",".join(str(source + 1) for source in sorted(sources))


def score_words(pairs: Sequence[tuple[Json, Json]]) -> float:
    """F1 of added words over pairs of results and gold; words that may be either do not count."""
    counts = [counted for result, gold in pairs for counted in _count_words(result, gold)]
    return f_measure(counts.count((True, True)), sum(f for f, _ in counts), sum(w for _, w in counts))


def _count_words(result: Json, gold: Json) -> Iterable[tuple[bool, bool]]:
    """For each word of a derivative whether it was found to be added, and whether it is."""
    passages = result["passages"]["derivative"]
    found = [(passage["start"], passage["end"]) for passage in passages if passage["label"] == "added"]
    return (
        (_is_within(start, found), _is_within(start, gold["added"]))
        for start, _ in word_pairs(result["derivative"]["text"])
        if not _is_within(start, gold["doubtful"])
    )


def _is_within(place: int, spans: Iterable[Sequence[int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def f_measure(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
    return 2 * right / (found + wanted) if found + wanted else 1.0
