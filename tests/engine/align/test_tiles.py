"""What a derivative sentence took in the original's own words, piece by piece."""

from copytrail import Thresholds
from copytrail.align.candidates import Proposer
from copytrail.align.tiles import Tiler
from tests.engine.align.builders import pair_of

RELEASE = (
    "The new harbour bridge will open to traffic on 14 March. "
    "Heavy lorries will continue to use the ring road until the ramps are strong enough. "
    "No. "
    "Roads Minister Ottilie Brandreth thanked every welder who worked through the winter storms."
)


def tile(derivative: str, original: str = RELEASE, **limits: float) -> list[tuple[str, list[str]]]:
    pair = pair_of(original, derivative)
    tiler = Tiler(pair, Proposer(pair), Thresholds(**limits))
    ours, theirs = pair.derivative, pair.original
    return [
        (
            ours.span(piece.derivative.start, piece.derivative.stop).of(derivative),
            [theirs.span(stretch.start, stretch.stop).of(original) for stretch in piece.originals],
        )
        for sentence in ours.sentences
        for piece in tiler.tile(sentence)
    ]


def test_a_whole_sentence_is_one_piece():
    words = "The new harbour bridge will open to traffic on 14 March"

    assert tile(f"{words}.") == [(words, [words])]


def test_two_sources_give_two_pieces():
    pieces = tile(
        "The new harbour bridge will open to traffic on 14 March but "
        "heavy lorries will continue to use the ring road until the ramps are strong enough."
    )

    assert [source[0].split()[0] for _, source in pieces] == ["The", "Heavy"]


def test_a_new_clause_stays_outside():
    pieces = tile(
        "The new harbour bridge will open to traffic, a retired ferryman with a long memory told us, on 14 March."
    )

    assert not any("ferryman" in words for words, _ in pieces)
    assert any("The new harbour bridge will open to traffic" in words for words, _ in pieces)


def test_few_new_words_stay_inside():
    ((words, _),) = tile("The new and very shiny harbour bridge will open to traffic on 14 March.")

    assert words == "The new and very shiny harbour bridge will open to traffic on 14 March"


def test_few_words_at_an_end_belong():
    ((words, _),) = tile("The new harbour bridge will open to traffic on 14 March at last.")

    assert words.endswith("at last")


def test_the_clause_length_is_a_threshold():
    words = "The new harbour bridge, of all things, will open to traffic on 14 March."

    assert len(tile(words)) == 1
    assert all("of all things" not in piece for piece, _ in tile(words, clause_words=2))


def test_a_run_of_names_is_nothing():
    assert tile("Roads Minister Ottilie Brandreth spent Christmas at home with her cats.") == []


def test_scattered_function_words_are_nothing():
    assert tile("They want to use what will not open to them on the way until the night.") == []


def test_a_short_sentence_needs_its_place():
    alone = "We asked again. No."
    in_order = "Heavy lorries will continue to use the ring road until the ramps are strong enough. No."

    assert tile(alone) == []
    assert tile(in_order)[-1] == ("No", ["No"])


def test_a_repeated_sentence_follows_the_copy():
    original = "It rained hard all day. The bridge opened at noon. It rained hard all day. The tram came at six."

    pieces = tile("The bridge opened at noon. It rained hard all day.", original)
    pair = pair_of(original, "The bridge opened at noon. It rained hard all day.")
    tiler = Tiler(pair, Proposer(pair), Thresholds())
    found = [piece.originals[0].start for s in pair.derivative.sentences for piece in tiler.tile(s)]

    assert len(pieces) == 2
    assert found == [5, 10]


def test_words_beside_a_quotation_stay_out():
    pieces = tile("“Well, look,” the new harbour bridge will open to traffic on 14 March.")

    assert pieces[0][0].startswith("the new harbour")


def test_a_quotation_before_the_sentence_matters_not():
    pieces = tile("He said “yes”. Soon the new harbour bridge will open to traffic on 14 March.")

    assert pieces[0][0].startswith("Soon the new")


def test_a_list_of_names_may_be_reuse():
    words = "His films include “Harbour Lights”, “Summer in Orrin” and “The Fever”"

    assert tile(f"{words}.", f"His other films include “Harbour Lights”, “Summer in Orrin” and “The Fever”. {RELEASE}")


def test_a_long_run_needs_one_common_word():
    run = "after a meeting in London with Roads Minister Ottilie Brandreth"
    derivative = f"Sir Aldous Penhallow set out what he wants for his own fleet of coaches {run}."

    assert [words for words, _ in tile(derivative, f"The owner flagged the plan {run}.")] == [run]


def test_a_split_sentence_is_followed():
    original = f"Nobody in the village sees the owl, but you can hear it at dusk. {RELEASE}"

    pieces = tile("Nobody in the village sees the owl. You can hear it.", original)

    assert [words for words, _ in pieces] == ["Nobody in the village sees the owl", "You can hear it"]
