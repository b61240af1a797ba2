"""Runs of words that stand in the original, in any order and under any label."""

from copytrail import compare, read_plain
from copytrail.align.verbatim import find_verbatim
from copytrail.measures import measure
from tests.engine.align.builders import pair_of

RELEASE = (
    "The new harbour bridge will open to traffic on 14 March. "
    "It carries two lanes and a separate path for cyclists. "
    "Prime Minister Aldous Vane Merriweather Of Tamsin spoke to the crowd."
)


def verbatim_of(derivative: str, words: int = 6) -> list[str]:
    pair = pair_of(RELEASE, derivative)
    return [span.of(derivative) for span in find_verbatim(pair, words)]


def test_a_run_of_six_counts():
    assert verbatim_of("Locals say the new harbour bridge will open soon.") == ["the new harbour bridge will open"]


def test_a_run_of_five_does_not():
    assert verbatim_of("Locals say the new harbour bridge will not open.") == []


def test_the_threshold_decides_the_length():
    assert verbatim_of("Locals say the new harbour bridge will not open.", 5) == ["the new harbour bridge will"]


def test_order_of_the_runs_is_free():
    found = verbatim_of("It carries two lanes and a separate path. Soon, the new harbour bridge will open to traffic.")

    assert found == ["It carries two lanes and a separate path", "the new harbour bridge will open to traffic"]


def test_overlapping_runs_are_one_stretch():
    words = "The new harbour bridge will open to traffic on 14 March"

    assert verbatim_of(words + " at last.") == [words]


def test_case_and_marks_break_nothing():
    assert verbatim_of("“THE NEW HARBOUR BRIDGE, will open to traffic”") == [
        "THE NEW HARBOUR BRIDGE, will open to traffic"
    ]


def test_a_run_of_names_says_nothing():
    assert verbatim_of("Later Prime Minister Aldous Vane Merriweather Of Tamsin left.") == []


def test_a_text_shorter_than_a_run():
    assert verbatim_of("The new harbour bridge") == []


def test_furniture_is_never_verbatim():
    derivative = "Nobody was asked.\n\nSubscribe to our newsletter on the new harbour bridge will open to"

    assert verbatim_of(derivative) == []


def test_furniture_inside_a_run_is_not_counted():
    text = "The new harbour bridge will open to\n\nPublished 12 May 2026\n\ntraffic on the 14th of March at noon."

    counts = measure(compare(read_plain(text), read_plain(text))).derivative

    assert counts.furniture == 4
    assert counts.verbatim == counts.copied == counts.text


def test_a_run_over_two_paragraphs_counts_in_both():
    text = "The new harbour bridge\n\nwill open to traffic"

    assert verbatim_of(text) == ["The new harbour bridge", "will open to traffic"]
