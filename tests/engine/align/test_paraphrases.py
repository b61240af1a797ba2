"""Sentences that say what the original says in other words, and those that only share its subject."""

from copytrail import Label, Thresholds, compare, read_plain
from copytrail.align.candidates import Proposer
from copytrail.align.paraphrases import find_context, find_paraphrase
from copytrail.align.pieces import Piece
from tests.engine.align.builders import pair_of

RELEASE = (
    "Patients currently travel up to ninety kilometres for an examination. "
    "The average waiting time is eleven weeks. "
    "The ministry will buy three scanners for rural clinics."
)


def paraphrase_of(derivative: str, near: set[int] = frozenset(), **limits: float) -> list[Piece]:
    pair = pair_of(RELEASE, derivative)
    sentence = pair.derivative.sentences[0]
    return find_paraphrase(pair, sentence, Proposer(pair).propose(sentence), set(near), Thresholds(**limits))


def test_the_same_content_is_found():
    (piece,) = paraphrase_of("For an examination, ninety kilometres must be travelled by patients.")

    assert piece.originals == (range(10),)
    assert piece.similarity > Thresholds().paraphrase_floor


def test_the_whole_sentence_is_the_passage():
    (piece,) = paraphrase_of("Rural clinics are to have three scanners bought by the ministry.")

    assert piece.derivative == range(11)


def test_another_subject_is_not_found():
    assert paraphrase_of("Patients in the city complained about the food.") == []


def test_names_alone_are_no_content():
    pair = pair_of(
        "Idris Pemberly met Greta Lindqvist in Westmarch.", "Greta Lindqvist sued Idris Pemberly in Westmarch."
    )
    sentence = pair.derivative.sentences[0]

    assert find_paraphrase(pair, sentence, Proposer(pair).propose(sentence), set(), Thresholds()) == []


def test_a_floor_of_one_finds_nothing():
    words = "For an examination, ninety kilometres must be travelled by patients."

    assert paraphrase_of(words, paraphrase_floor=1.0) == []


def test_neighbours_make_it_likelier():
    words = "Waiting takes eleven weeks at the crowded hospital in town nowadays."
    alone = paraphrase_of(words, paraphrase_floor=0.0)[0].similarity

    beside = paraphrase_of(words, {1}, paraphrase_floor=0.0)[0].similarity

    assert round(beside - alone, 6) == Thresholds().context_bonus


def test_a_heading_needs_more():
    words = "Examination: ninety kilometres to travel, say angry patients"
    floor = paraphrase_of(words, paraphrase_floor=0.0, heading_margin=0.0)[0].similarity

    assert paraphrase_of(words, paraphrase_floor=floor - 0.01, heading_margin=0.0)
    assert not paraphrase_of(words, paraphrase_floor=floor - 0.01, heading_margin=0.02)


def test_context_is_what_neighbours_use():
    assert find_context([[4], [], [9], [], []], 1) == {3, 4, 5, 8, 9, 10}
    assert find_context([[], [], []], 1) == set()


def test_a_paraphrase_is_labelled_with_its_words():
    comparison = compare(
        read_plain(RELEASE), read_plain("For an examination, ninety kilometres must be travelled by patients.")
    )

    (match,) = comparison.matches
    assert match.label is Label.PARAPHRASED
    assert "“ninety”" in match.why
