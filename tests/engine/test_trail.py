"""What several articles share beyond the release is told with no more than what speaks for it."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.model import Comparison
from copytrail.trail import suggest_trail, trace

OPENING = "The harbour authority opened the new bridge over the river Alm on Monday after two years of work."
LORRIES = "Lorries leave the old town for good, and the ferry at the northern quay stops running this week."
TOLL = "Residents of the village of Lindholm cross without paying, and everybody else pays two pounds."
RELEASE = f"{OPENING}\n\n{LORRIES}\n\n{TOLL}"
HISTORY = "Erik Sandvik dug the stone basin in 1887, and whalers used it until a storm destroyed their cranes."
RETOLD = (
    "In 1887 the stone basin was dug by Erik Sandvik; whalers used it until their cranes were destroyed by a storm."
)
PROTEST = "Shopkeepers gathered outside parliament to complain about falling sales and empty shelves."


def article(name: str, *paragraphs: str, published: str = "") -> Comparison:
    text = "\n\n".join(paragraphs)
    return compare(read_plain(RELEASE), read_plain(text, id=name, published=published))


def also_in(*comparisons: Comparison) -> list[list[tuple[str, ...]]]:
    return [[addition.also_in for addition in comparison.additions] for comparison in trace(comparisons)]


@pytest.mark.parametrize("other", [HISTORY, HISTORY.upper(), RETOLD, f"{PROTEST} {HISTORY}"])
def test_shared_addition_names_the_other_article(other: str) -> None:
    found = also_in(article("a", OPENING, HISTORY), article("b", OPENING, LORRIES), article("c", other, OPENING))

    assert found[0] == [("c",)]
    assert found[1] == []


def test_addition_of_one_article_stays_alone() -> None:
    assert also_in(article("a", OPENING, HISTORY), article("b", OPENING, PROTEST)) == [[()], [()]]


def test_text_of_the_release_is_not_shared() -> None:
    assert also_in(article("a", OPENING, LORRIES), article("b", OPENING, LORRIES)) == [[], []]


def test_all_other_holders_are_named() -> None:
    found = also_in(*(article(name, OPENING, HISTORY) for name in "abc"))

    assert found == [[("b", "c")], [("a", "c")], [("a", "b")]]


def test_small_part_of_an_addition_is_not_shared() -> None:
    long = f"{HISTORY} {PROTEST} Fishermen sold herring there, and children learned to swim beside the boats."

    assert also_in(article("a", OPENING, long), article("b", OPENING, PROTEST))[0] == [()]


def test_earlier_traces_are_forgotten() -> None:
    first, _ = trace([article("a", OPENING, HISTORY), article("b", OPENING, HISTORY)])

    assert [addition.also_in for addition in trace([first])[0].additions] == [()]


def test_nothing_to_trace_is_no_trail() -> None:
    assert trace([]) == ()
    assert suggest_trail(trace([article("a", OPENING, HISTORY), article("b", OPENING, PROTEST)])) == ()


def test_shared_passages_suggest_no_direction_alone() -> None:
    comparisons = trace([article("a", OPENING, HISTORY), article("b", PROTEST), article("c", OPENING, HISTORY)])

    (step,) = suggest_trail(comparisons)
    assert step.derivatives == ("a", "c")
    assert step.source == ""
    assert step.why.startswith("Articles 1 and 3 share 1 passage that the release lacks: ")
    assert step.why.endswith("one may come from the other, or both from a third text.")
    assert [span.of(comparisons[0].derivative.text) for span in step.passages[0]] == [HISTORY]


def test_earlier_date_suggests_a_direction() -> None:
    late = article("a", OPENING, HISTORY, published="2025-03-18")
    early = article("b", OPENING, HISTORY, published="2025-03-17")

    (step,) = suggest_trail(trace([late, early]))
    assert step.source == "b"
    assert "article 1 may come from article 2, which is dated earlier, or both from a third text." in step.why


@pytest.mark.parametrize("published", ["2025-03", "", "spring"])
def test_open_date_suggests_no_direction(published: str) -> None:
    dated = article("a", OPENING, HISTORY, published="2025-03-18")

    (step,) = suggest_trail(trace([dated, article("b", OPENING, HISTORY, published=published)]))
    assert step.source == ""


def test_fuller_use_of_release_suggests_a_direction() -> None:
    (step,) = suggest_trail(trace([article("a", OPENING, HISTORY), article("b", OPENING, LORRIES, TOLL, HISTORY)]))

    assert step.source == "b"
    assert "has nearly all that the other one takes from the release" in step.why


def test_evidence_against_itself_suggests_no_direction() -> None:
    short = article("a", OPENING, HISTORY, published="2025-03-17")
    full = article("b", OPENING, LORRIES, TOLL, HISTORY, published="2025-03-18")

    (step,) = suggest_trail(trace([short, full]))
    assert step.source == ""


def test_shared_passages_are_counted_in_words() -> None:
    paragraphs = (HISTORY, OPENING, PROTEST)

    (step,) = suggest_trail(trace([article("a", *paragraphs), article("b", *paragraphs)]))
    assert "share 2 passages that the release lacks" in step.why
