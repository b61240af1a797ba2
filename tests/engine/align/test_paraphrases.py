"""Sentences that say what the original says in other words, and those that only share its subject."""

from copytrail import Label, Thresholds, compare, read_plain
from copytrail.align.paraphrases import find_paraphrase
from copytrail.align.pieces import Piece
from tests.engine.align.builders import pair_of

RELEASE = (
    "Patients currently travel up to ninety kilometres for an examination. "
    "The average waiting time is eleven weeks. "
    "The ministry will buy three scanners for rural clinics."
)


def paraphrase_of(
    derivative: str, likely: dict[int, float], found: tuple[Piece, ...] = (), **limits: float
) -> list[Piece]:
    pair = pair_of(RELEASE, derivative)
    return find_paraphrase(pair, pair.derivative.sentences[0], list(found), likely, Thresholds(**limits))


def test_the_likely_source_is_taken_whole():
    (piece,) = paraphrase_of("For an examination, ninety kilometres must be travelled by patients.", {0: 0.9})

    assert piece.originals == (range(10),)
    assert piece.derivative == range(10)
    assert piece.similarity == 0.9


def test_what_is_unlikely_is_not_taken():
    words = "For an examination, ninety kilometres must be travelled by patients."
    floor = Thresholds().paraphrase_floor

    assert paraphrase_of(words, {0: floor})
    assert not paraphrase_of(words, {0: floor - 0.01})


def test_merged_sentences_have_several_sources():
    words = "After a wait of weeks, patients travel kilometres for an examination."

    (piece,) = paraphrase_of(words, {0: 0.9, 1: 0.8, 2: 0.1})

    assert piece.originals == (range(17),)


def test_no_more_sources_than_the_limit():
    words = "Patients, clinics, scanners: the waiting time and an examination, said the ministry."

    (piece,) = paraphrase_of(words, {0: 0.9, 1: 0.8, 2: 0.7}, paraphrase_sources=2)

    assert piece.originals == (range(14),)


def test_a_name_with_its_title_is_no_content():
    pair = pair_of(
        "This is good for transport, said Transport Minister Elena Markovic. The minister left early.",
        "Transport Minister Elena Markovic called on both sides to return to the table.",
    )

    assert find_paraphrase(pair, pair.derivative.sentences[0], [], {0: 0.99}, Thresholds()) == []


def test_names_alone_are_no_content():
    pair = pair_of(
        "Idris Pemberly met Greta Lindqvist in Westmarch.", "Greta Lindqvist sued Idris Pemberly in Westmarch."
    )

    assert find_paraphrase(pair, pair.derivative.sentences[0], [], {0: 0.99}, Thresholds()) == []


def test_a_capital_at_the_start_is_no_name():
    (piece,) = paraphrase_of("Kilometres matter to the sick.", {0: 0.9})

    assert piece.originals == (range(10),)


def test_a_heading_needs_more():
    pair = pair_of(RELEASE, "Far to travel for patients\n\nThe clinic in the old town was sold.")
    heading = pair.derivative.sentences[0]
    floor = Thresholds().paraphrase_floor

    assert heading.is_heading
    assert find_paraphrase(pair, heading, [], {0: floor + 0.1}, Thresholds()) == []
    assert find_paraphrase(pair, heading, [], {0: floor + 0.3}, Thresholds()) != []


def test_an_edited_clause_is_not_swallowed():
    words = "Patients currently travel up to ninety kilometres, and the scanners for an examination are sold."
    (whole,) = paraphrase_of(words, {0: 0.9})
    clause = Piece(derivative=range(7), originals=(range(7),), blocks=whole.blocks[:1], similarity=1.0)

    assert paraphrase_of(words, {0: 0.9}, (clause,)) == []


def test_a_paraphrase_is_labelled_with_its_words():
    comparison = compare(
        read_plain(RELEASE), read_plain("For an examination, ninety kilometres must be travelled by patients.")
    )

    (match,) = comparison.matches
    assert match.label is Label.PARAPHRASED
    assert "examination" in match.why
