"""The marks of strength in a sentence, and what each of them is said of."""

from __future__ import annotations

import pytest

from copytrail import read_plain
from copytrail.read.assertion.opposites import Opposites
from copytrail.read.assertion.scales import DONE, EXPECTED, FUTURE, ONGOING, POSSIBLE, Scale
from copytrail.read.assertion.words import claim_words
from copytrail.read.claims import ClaimMark, ClaimReader, read_claims


def marks_in(sentence: str, scale: Scale, language: str = "en") -> list[tuple[str, str]]:
    """The marks of one scale as their words and the first word they are said of."""
    document = read_plain(sentence)
    marks = read_claims(document, document.paragraphs[0].sentences[0], language).marks
    words = document.index.words
    return [
        (" ".join(words[mark.words.start : mark.words.stop]), words[mark.scope[0]])
        for mark in marks
        if mark.meaning.scale is scale
    ]


def rank_of(sentence: str, verb: str) -> int:
    """The lowest rank of certainty that is said of a verb."""
    document = read_plain(sentence)
    place = document.index.words.index(verb)
    marks: tuple[ClaimMark, ...] = read_claims(document, document.paragraphs[0].sentences[0], "en").marks
    return min(mark.meaning.rank for mark in marks if mark.meaning.scale is Scale.CERTAINTY and place in mark.scope)


@pytest.mark.parametrize(
    ("sentence", "mark", "said_of"),
    [
        ("The plan has not yet been formally approved by the council.", "not", "approved"),
        ("The inspectors found no new evidence of rust.", "no", "new"),
        ("The council failed to publish the report.", "failed to", "publish"),
        ("The council doesn’t publish its reports.", "doesn’t", "publish"),
    ],
)
def test_a_negation_is_said_of_its_verb(sentence: str, mark: str, said_of: str) -> None:
    assert marks_in(sentence, Scale.NEGATION) == [(mark, said_of)]


@pytest.mark.parametrize(
    "sentence",
    ["The bridge is not only longer but wider.", "The certificate is no older than ten years."],
)
def test_some_phrases_with_negations_deny_nothing(sentence: str) -> None:
    assert marks_in(sentence, Scale.NEGATION) == []


@pytest.mark.parametrize(
    ("sentence", "verb", "rank"),
    [
        ("The council may build a bridge.", "build", POSSIBLE),
        ("The council plans to build a bridge.", "build", EXPECTED),
        ("The council will build a bridge.", "build", FUTURE),
        ("The council is building a bridge.", "building", ONGOING),
        ("The council is planting and watering trees.", "watering", ONGOING),
        ("The council has already built a bridge.", "built", DONE),
        ("The bridge was built by the council.", "built", DONE),
        ("The council built a bridge.", "built", DONE),
    ],
)
def test_verbs_say_how_far_things_are(sentence: str, verb: str, rank: int) -> None:
    assert rank_of(sentence, verb) == rank


def test_a_month_is_no_hedge() -> None:
    assert marks_in("The bridge opened in May and closed again.", Scale.CERTAINTY) == [
        ("opened", "opened"),
        ("closed", "closed"),
    ]


def test_only_what_limits_figures_counts() -> None:
    assert marks_in("About 400 lorries use it.", Scale.LIMIT) == [("About", "400")]
    assert marks_in("They spoke about lorries.", Scale.LIMIT) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "rose", "fell"),
        ("en", "increasing", "reduces"),
        ("en", "legal", "illegal"),
        ("en", "fit", "unfit"),
        ("de", "genehmigt", "abgelehnt"),
        ("de", "wichtig", "unwichtig"),
        ("fr", "ouvert", "fermé"),
        ("es", "aumentó", "bajó"),
    ],
)
def test_opposites_are_known_in_their_forms(language: str, one: str, other: str) -> None:
    opposites: Opposites = claim_words(language).opposites

    assert opposites.are_opposites(one, other)
    assert opposites.are_opposites(other, one)


@pytest.mark.parametrize(("one", "other"), [("form", "inform"), ("news", "old"), ("rose", "climbed")])
def test_words_that_look_alike_are_no_opposites(one: str, other: str) -> None:
    assert not claim_words("en").opposites.are_opposites(one, other)


def test_a_sentence_is_read_once() -> None:
    document = read_plain("The bridge will not open. The bridge opened.")
    reader = ClaimReader(document, "en")
    first, second = document.paragraphs[0].sentences

    assert reader.read(first) is reader.read(first)
    assert reader.read(first).marks != reader.read(second).marks


def test_a_mark_needs_the_rest_of_its_phrase() -> None:
    document = read_plain("The fare is set to rise. The fare is set by the council.")
    risen, fixed = (read_claims(document, sentence, "en") for sentence in document.paragraphs[0].sentences)

    assert [mark.meaning.rank for mark in risen.marks] == [FUTURE]
    assert FUTURE not in [mark.meaning.rank for mark in fixed.marks]
