"""Which sentences of the original are proposed for a derivative sentence."""

from copytrail.align.candidates import Candidate, Proposer
from tests.engine.align.builders import pair_of

RELEASE = (
    "The harbour bridge opens to traffic in March. "
    "Fishermen may use the old quay until summer. "
    "The ministry paid for the welders in full. "
    "Cyclists get a path of their own on the bridge."
)


def proposed(derivative: str, original: str = RELEASE) -> list[Candidate]:
    pair = pair_of(original, derivative)
    return Proposer(pair).propose(pair.derivative.sentences[0])


def test_the_nearest_sentence_comes_first():
    assert proposed("Welders were paid by the ministry.")[0].sentence == 2


def test_stems_are_enough_to_propose():
    assert proposed("One fisherman still used a quay in summers past.")[0].sentence == 1


def test_a_shared_run_is_proposed():
    candidates = proposed("Whatever may happen, of their own on the roof they sang.")

    assert 3 in [candidate.sentence for candidate in candidates]


def test_nothing_shared_proposes_nothing():
    assert proposed("Snow fell all night over Lapland.") == []


def test_function_words_alone_propose_nothing():
    assert proposed("He was there until then and so were they.") == []


def test_an_equal_sentence_is_fully_alike():
    best = proposed("Fishermen may use the old quay until summer.")[0]

    assert (best.sentence, round(best.cosine, 6), round(best.containment, 6)) == (1, 1.0, 1.0)


def test_containment_is_of_the_derivative():
    part = proposed("Cyclists get a path.")[0]
    more = proposed("Cyclists get a path beside a railway, a meadow and a brewery.")[0]

    assert round(part.containment, 6) == 1.0
    assert part.cosine < 1.0
    assert more.containment < 0.6


def test_the_list_stays_short():
    original = " ".join(f"The bridge number {word} opened." for word in ["one", "two", "three"] * 20)

    assert len(proposed("A bridge opened.", original)) <= 8


def test_furniture_is_not_proposed():
    original = "Fishermen may use the old quay.\n\nRelated articles\n\nThe welders were paid in full by the ministry."

    numbers = [candidate.sentence for candidate in proposed("Related articles about fishermen.", original)]

    assert numbers == [0]
