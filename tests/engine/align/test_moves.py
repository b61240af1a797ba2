"""Which pieces left the original's order, checked against a plain quadratic search."""

from hypothesis import given
from hypothesis import strategies as st

from copytrail.align.moves import find_moved, forget_repeats

pieces = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=25)


def heaviest_chain(starts: list[int], sizes: list[int]) -> int:
    """The weight of the heaviest chain that never descends, by looking at every pair."""
    best: list[int] = []
    for here, start in enumerate(starts):
        before = [best[n] for n in range(here) if starts[n] <= start]
        best.append(sizes[here] + max(before, default=0))
    return max(best, default=0)


@given(pieces)
def test_what_stays_is_the_heaviest_chain(found):
    starts, sizes = [start for start, _ in found], [size for _, size in found]

    moved = find_moved(starts, sizes)

    stays = [number for number, is_moved in enumerate(moved) if not is_moved]
    assert [starts[n] for n in stays] == sorted(starts[n] for n in stays)
    assert sum(sizes[n] for n in stays) == heaviest_chain(starts, sizes)


def test_order_kept_moves_nothing():
    assert find_moved([0, 10, 20, 20, 30], [5, 5, 5, 5, 5]) == [False] * 5


def test_one_long_piece_outweighs_two():
    assert find_moved([50, 0, 10], [30, 5, 5]) == [False, True, True]


def test_last_piece_first_is_moved():
    assert find_moved([90, 0, 10, 20], [9, 9, 9, 9]) == [True, False, False, False]


def test_no_pieces_move_nothing():
    assert find_moved([], []) == []


def test_a_repetition_is_no_move():
    assert forget_repeats([False, True], [range(9), range(9)]) == [False, False]


def test_words_used_once_stay_moved():
    assert forget_repeats([False, True, True], [range(9), range(20, 29), range(7, 12)]) == [False, True, True]
