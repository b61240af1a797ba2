"""Reused stretches: what is joined, what stays apart and what is too little."""

from copytrail import Comparison, Thresholds, read_plain
from copytrail.blocks import Block, join_blocks
from copytrail.model import Label, Match, Span

TEXT = "word " * 400


def comparison_of(
    *places: tuple[int, int, int], label: Label = Label.COPIED, score: float = 1.0, **limits: float
) -> Comparison:
    """Matches of a length that begin at places of the derivative and the original."""
    matches = tuple(
        Match(
            id=f"m{number}",
            label=label,
            score=score,
            moved=False,
            why="",
            derivative=Span(ours, ours + size),
            original=(Span(theirs, theirs + size),),
            edits=(),
        )
        for number, (ours, theirs, size) in enumerate(places)
    )
    document = read_plain(TEXT)
    return Comparison(original=document, derivative=document, matches=matches, thresholds=Thresholds(**limits))


def test_neighbours_on_both_sides_are_one_block():
    blocks = join_blocks(comparison_of((0, 500, 200), (300, 800, 200), block_gap=100))

    assert blocks == (Block(Span(0, 500), Span(500, 1000)),)


def test_the_order_inside_a_block_is_free():
    blocks = join_blocks(comparison_of((0, 800, 200), (300, 500, 200), block_gap=100))

    assert blocks == (Block(Span(0, 500), Span(500, 1000)),)


def test_distant_sources_stay_apart():
    blocks = join_blocks(comparison_of((0, 0, 500), (510, 1500, 500), block_gap=100))

    assert [block.original for block in blocks] == [Span(0, 500), Span(1500, 2000)]


def test_short_stretches_from_everywhere_are_a_summary():
    blocks = join_blocks(comparison_of((0, 0, 200), (210, 1500, 200), block_gap=100))

    assert blocks == (Block(Span(0, 410), Span(0, 1700)),)


def test_scattered_words_must_be_more():
    scattered = (0, 0, 100), (110, 1500, 100)

    assert join_blocks(comparison_of(*scattered, block_gap=100, block_length=101)) == ()
    assert len(join_blocks(comparison_of(*scattered, block_gap=100, block_length=100))) == 1


def test_two_interleaved_stretches_are_told_apart():
    stretches = (0, 0, 100), (110, 1500, 100), (220, 110, 100), (330, 1610, 100)

    blocks = join_blocks(comparison_of(*stretches, block_gap=130, scattered_length=0))

    assert [block.original for block in blocks] == [Span(0, 210), Span(1500, 1710)]


def test_a_lone_phrase_is_no_block():
    least = Thresholds().block_length

    assert join_blocks(comparison_of((0, 0, least - 1))) == ()
    assert len(join_blocks(comparison_of((0, 0, least)))) == 1


def test_a_doubtful_paraphrase_counts_less():
    doubtful = comparison_of((0, 0, 200), label=Label.PARAPHRASED, score=0.5)
    likely = comparison_of((0, 0, 200), label=Label.PARAPHRASED, score=0.9)

    assert join_blocks(doubtful) == ()
    assert len(join_blocks(likely)) == 1


def test_little_is_enough_in_a_short_text():
    assert len(join_blocks(comparison_of((0, 0, 20), block_share=0.01))) == 1
