"""The words two stretches share, and the steps between their wordings."""

from copytrail.align.blocks import find_blocks
from copytrail.align.edits import write_edits
from tests.engine.align.builders import pair_of, readable, whole


def edits_of(original: str, derivative: str) -> list[tuple[str, str, str]]:
    pair = pair_of(original, derivative)
    theirs, ours = whole(pair)
    return readable(pair, write_edits(pair, find_blocks(pair, theirs, ours), (theirs,), ours))


def test_equal_words_are_one_step():
    steps = edits_of("The bridge opened on Monday.", "the bridge opened, on “Monday”")

    assert steps == [("kept", "The bridge opened on Monday", "the bridge opened, on “Monday")]


def test_a_word_in_place_of_another():
    steps = edits_of("The bridge opened on Monday", "The bridge closed on Monday")

    assert steps == [
        ("kept", "The bridge", "The bridge"),
        ("replaced", "opened", "closed"),
        ("kept", "on Monday", "on Monday"),
    ]


def test_words_put_in_and_left_out():
    assert ("inserted", "", "old") in edits_of("The bridge opened on Monday", "The old bridge opened on Monday")
    assert ("deleted", "old", "") in edits_of("The old bridge opened on Monday", "The bridge opened on Monday")


def test_words_at_both_ends_count():
    steps = edits_of("Yesterday the new bridge opened again", "the new bridge opened at last")

    assert steps[0] == ("deleted", "Yesterday", "")
    assert steps[-1] == ("replaced", "again", "at last")


def test_a_moved_phrase_is_kept():
    steps = edits_of(
        "On Monday morning the minister opened the new bridge over the Orrin",
        "The minister opened the new bridge over the Orrin on Monday morning",
    )

    assert [kind for kind, _, _ in steps] == ["kept", "kept"]
    assert steps[1] == ("kept", "On Monday morning", "on Monday morning")


def test_a_divided_word_is_kept():
    steps = edits_of("Rates rose by 6.5 percent last year", "Rates rose by 6.5 per cent last year")

    assert {kind for kind, _, _ in steps} == {"kept"}


def test_a_lone_function_word_is_chance():
    pair = pair_of("The harbour master closed both gates at noon", "Nobody in town had seen any of the ships leave")

    assert find_blocks(pair, *whole(pair)) == []


def test_a_function_word_beside_others_stays():
    pair = pair_of("He opened the old bridge", "He opened the new bridge")

    assert sum(block.size for block in find_blocks(pair, *whole(pair))) == 4


def test_no_word_is_in_two_blocks():
    pair = pair_of("one two three one two three four", "three four one two three one two three one")

    blocks = find_blocks(pair, *whole(pair))

    ours = [block.derivative + n for block in blocks for n in range(block.size)]
    theirs = [block.original + n for block in blocks for n in range(block.size)]
    assert len(ours) == len(set(ours))
    assert len(theirs) == len(set(theirs))
    assert ours == sorted(ours)


def test_two_sources_are_both_accounted_for():
    pair = pair_of("The bridge opened. The tram came later.", "The bridge opened and the tram came.")
    ours = range(len(pair.derivative.keys))
    stretches = (range(3), range(3, 7))
    blocks = [block for stretch in stretches for block in find_blocks(pair, stretch, ours) if block.size > 2]

    steps = readable(pair, write_edits(pair, sorted(blocks), stretches, ours))

    assert steps == [
        ("kept", "The bridge opened", "The bridge opened"),
        ("inserted", "", "and"),
        ("kept", "The tram came", "the tram came"),
        ("deleted", "later", ""),
    ]
