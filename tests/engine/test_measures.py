"""Counts, verdicts and the reasons for them."""

import pytest

from copytrail import Document, Thresholds, compare, read_plain
from copytrail.measures import DerivativeWords, judge, measure, weigh
from copytrail.model import Derivation
from copytrail.words import WordIndex

RELEASE = (
    "The crossing cost £48.6 million and was finished four months ahead of schedule. "
    "It carries two lanes of traffic and a separate path for cyclists."
)


def counts(**words: int) -> DerivativeWords:
    nothing = dict.fromkeys(["words", "copied", "edited", "paraphrased", "added", "furniture", "verbatim"], 0)
    return DerivativeWords(**(nothing | words))


def reasons_of(original: Document, derivative: Document) -> str:
    return " ".join(measure(compare(original, derivative)).reasons)


def test_words_are_counted_by_label():
    derivative = (
        "The crossing cost £48.6 million and was finished four months ahead of schedule.\n\n"
        "Nobody in the whole of the town had been told about it before.\n\nLeave a reply"
    )

    words = measure(compare(read_plain(RELEASE), read_plain(derivative))).derivative

    assert (words.copied, words.added, words.furniture) == (13, 13, 3)
    assert (words.words, words.text, words.reused) == (29, 26, 13)
    assert words.verbatim == 13


def test_the_original_is_used_or_left_out():
    derivative = "The crossing cost £48.6 million and was finished four months ahead of schedule."

    words = measure(compare(read_plain(f"{RELEASE}\n\nShare"), read_plain(derivative))).original

    assert (words.words, words.used, words.left_out) == (25, 13, 12)


@pytest.mark.parametrize(
    ("reused", "derivation"),
    [
        (100, Derivation.WHOLLY_DERIVED),
        (80, Derivation.WHOLLY_DERIVED),
        (79, Derivation.PARTLY_DERIVED),
        (30, Derivation.PARTLY_DERIVED),
        (29, Derivation.NON_DERIVED),
        (0, Derivation.NON_DERIVED),
    ],
)
def test_the_share_decides_the_verdict(reused, derivation):
    assert judge(counts(words=130, furniture=30, edited=reused), reused, 0, Thresholds()) is derivation


def test_content_alone_must_be_more():
    limits = Thresholds()

    assert judge(counts(words=100, paraphrased=55), 55, 0, limits) is Derivation.PARTLY_DERIVED
    assert judge(counts(words=100, paraphrased=54), 54, 0, limits) is Derivation.NON_DERIVED


def test_many_kept_words_are_proof():
    limits = Thresholds()

    assert judge(counts(words=2000, edited=60), 60, 0, limits) is Derivation.PARTLY_DERIVED
    assert judge(counts(words=2000, edited=59), 59, 0, limits) is Derivation.NON_DERIVED


def test_a_doubtful_paraphrase_weighs_less():
    release = "Patients currently travel up to ninety kilometres for an examination. The average wait is eleven weeks."
    comparison = compare(
        read_plain(release), read_plain("For an examination, ninety kilometres must be travelled by patients.")
    )
    (match,) = comparison.matches

    assert weigh(comparison, WordIndex(comparison.derivative.words)) == 10 * match.score


def test_one_long_run_is_proof():
    limits = Thresholds()

    assert judge(counts(words=1000, copied=30), 30, limits.proof_words, limits) is Derivation.PARTLY_DERIVED
    assert judge(counts(words=1000, copied=30), 30, limits.proof_words - 1, limits) is Derivation.NON_DERIVED


def test_nothing_but_furniture_is_not_derived():
    assert judge(counts(words=10, furniture=10), 0, 0, Thresholds()) is Derivation.NON_DERIVED


def test_reasons_carry_their_numbers():
    reasons = measure(compare(read_plain(RELEASE), read_plain(RELEASE))).reasons

    assert reasons == (
        "25 of 25 words (100%) come from the original.",
        "25 words (100%) stand in the original in runs of 6 or more.",
    )


def test_other_languages_are_named_as_reason():
    german = read_plain("Die Brücke ist nicht mehr zu sehen und das ist auch gut so für die Stadt.")

    assert "different languages" in reasons_of(read_plain(RELEASE), german)


def test_other_subjects_are_named_as_reason():
    assert "different subjects" in reasons_of(read_plain(RELEASE), read_plain("The bakers won the cup again in May."))


def test_another_event_is_named_as_reason():
    original = read_plain(
        "The harbour of Tamsinvale has a railway. Its engineers were given medals. "
        "They built a railway in the harbour. Few engineers live in Tamsinvale today."
    )
    derivative = read_plain(
        "Snow fell on Tamsinvale for a week, and no railway company would say when it ends. "
        "Tamsinvale and its harbour are cold. Most engineers stayed at home and slept. "
        "Two more engineers, an old railway guard and a cook walked to the harbour to fetch bread."
    )

    assert "the same subject, another event" in reasons_of(original, derivative)


def test_an_earlier_date_is_a_reason():
    derivative = read_plain("The bakers won the cup again in May.", published="2024-11-28")

    assert "before the original (2025-08)" in reasons_of(read_plain(RELEASE, published="2025-08"), derivative)


@pytest.mark.parametrize("published", ["2025-08-30", "", "last summer", "2025"])
def test_other_dates_are_no_reason(published):
    derivative = read_plain("The bakers won the cup again in May.", published=published)

    assert "before the original" not in reasons_of(read_plain(RELEASE, published="2025-08"), derivative)


def test_one_sentence_must_keep_its_words():
    original = read_plain(RELEASE)
    reworded = read_plain("There are lanes for traffic in both directions, and cyclists get their own path.")

    assert measure(compare(original, reworded)).derivation is Derivation.NON_DERIVED
    assert "A single sentence that keeps less than half" in reasons_of(original, reworded)


def test_one_copied_sentence_is_derived():
    original = read_plain(RELEASE)

    verdict = measure(compare(original, read_plain("It carries two lanes of traffic and a path."))).derivation

    assert verdict is Derivation.WHOLLY_DERIVED
