"""How likely sentences say the same, on their own and among their neighbours."""

from hypothesis import given
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.align.candidates import Proposer
from copytrail.align.likeness import ALONE, Describer, judge, look_around
from copytrail.model import Label
from copytrail.passages import label_sentences
from tests.engine.align.builders import pair_of

RELEASE = (
    "The council will build a flood barrier at Oldford next spring. "
    "It is to protect nine hundred homes from the river. "
    "Engineers found last year that the old wall leaks. "
    "Work begins when the herons have left their nests."
)


def describe(original: str, derivative: str) -> dict[tuple[int, int], list[float]]:
    pair = pair_of(original, derivative)
    describer = Describer(pair, Proposer(pair), {})
    return describer.describe_all(pair.derivative.sentences)


def test_every_feature_is_described():
    described = describe(RELEASE, "A barrier against floods is planned by the council.")

    assert described
    assert all(len(row) == len(ALONE) for row in described.values())


def test_the_same_content_is_likelier():
    links = judge(
        describe(RELEASE, "A barrier against the flood will be built by the council next spring."),
        {},
        sentences=9,
        least=0.0,
    )

    assert max(links, key=links.__getitem__) == (0, 0)
    assert links[0, 0] > 0.5


def test_neighbours_lift_a_pair():
    described = describe(RELEASE, "The wall leaked, as engineers learned.")
    key = (2, 0)
    alone = judge({key: described[key]}, {}, sentences=9, least=0.0)[key]

    beside = judge({key: described[key]}, {(1, -1): 1.0, (3, 1): 1.0}, sentences=9, least=0.0)[key]

    assert beside > alone


def test_surroundings_alone_make_no_pair():
    described = describe(RELEASE, "Old ladies complained about the noise of a wedding.")
    known = {(source + 1, -1): 1.0 for source, _ in described}

    assert judge(described, known, sentences=9, least=1.0) == {}


def test_an_invented_sentence_between_copied_ones_is_added():
    first, second, third, _ = (sentence + "." for sentence in RELEASE.split(".")[:4])
    invented = "Legend has it that monks drowned here in 1348."

    sentences = label_sentences(compare(read_plain(RELEASE), read_plain(f"{first}{second} {invented}{third}")))

    assert [sentence.label for sentence in sentences] == [Label.COPIED, Label.COPIED, Label.ADDED, Label.COPIED]


def test_a_translation_is_followed_by_its_cognates():
    original = (
        "The president of the European Commission visited the port of Rotterdam. "
        "The minister of transport presented a plan for electric ferries. "
        "Critics of the project demanded a public consultation."
    )
    translated = (
        "Le président de la Commission européenne a visité le port de Rotterdam. "
        "Le ministre des transports a présenté un plan pour des ferries électriques. "
        "Les critiques du projet ont demandé une consultation publique."
    )

    matches = compare(read_plain(original), read_plain(translated)).matches

    assert [match.original[0].start for match in matches] == [
        0,
        original.index("The minister"),
        original.index("Critics"),
    ]


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0, 1), max_size=12))
def test_likelihoods_stay_between_zero_and_one(alone):
    around = look_around(alone, alone, 9)

    assert around.keys() == alone.keys()
    assert all(
        0 <= likely <= 1
        for likely in judge({key: [0.0] * len(ALONE) for key in alone}, {}, sentences=9, least=0.0).values()
    )
