"""Each passage is credited to the closest of several originals, and all that hold it are listed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.credits import credit_passages
from copytrail.model import REUSED, Comparison, Label
from copytrail.references import hold_references
from tests.engine.references_texts import (
    EARLIER,
    FUNDS,
    GRANT,
    LORRIES,
    OPENING,
    PROTEST,
    article,
    reference,
    release,
)

SENTENCES = (OPENING, FUNDS, LORRIES, EARLIER, GRANT, PROTEST, "It rained.")
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)


def credited(comparison: Comparison) -> list[tuple[str, list[tuple[str, Label]]]]:
    text = comparison.derivative.text
    return [
        (each.span.of(text), [(one.original, one.label) for one in each.candidates])
        for each in credit_passages(comparison)
    ]


def test_words_of_a_reference_are_credited_to_it() -> None:
    (held,) = hold_references([article()], [reference()])

    assert credited(held) == [
        (OPENING[:-1], [("original", Label.COPIED)]),
        (EARLIER[:-1], [("reference-1", Label.COPIED)]),
    ]


def test_copied_words_come_before_edited_ones() -> None:
    changed = OPENING.replace("the new bridge", "a long new bridge of steel")
    comparison = compare(release(), read_plain(changed))

    (held,) = hold_references([comparison], [reference(changed)])

    assert credited(held) == [(changed[:-1], [("reference-1", Label.COPIED), ("original", Label.EDITED)])]


def test_closer_wording_comes_first() -> None:
    words = OPENING.replace("Monday", "Tuesday")
    near, far = (
        words.replace("opened", "closed"),
        words.replace("harbour authority", "small council").replace("new", "old"),
    )

    (held,) = hold_references([article(words)], [reference(far), reference(near, name="reference-2")])

    names = [one.original for one in credit_passages(held)[0].candidates if one.original != "original"]
    assert names == ["reference-2", "reference-1"]


def test_few_words_beside_a_passage_are_none() -> None:
    longer = f"{OPENING[:-1]} at noon in rain."

    (held,) = hold_references([article(longer)], [reference(longer)])

    (only,) = credit_passages(held)
    assert {one.original for one in only.candidates} == {"original", "reference-1"}


def test_release_comes_before_an_equal_reference() -> None:
    (held,) = hold_references([article(OPENING)], [reference(OPENING), reference(OPENING, name="reference-2")])

    names = [one.original for one in credit_passages(held)[0].candidates]

    assert names == ["original", "reference-1", "reference-2"]
    assert credit_passages(held)[0].best.original == "original"


def test_sentence_of_two_texts_is_credited_in_parts() -> None:
    joined = f"{OPENING[:-1]} and {EARLIER[0].lower()}{EARLIER[1:]}"

    (held,) = hold_references([article(joined)], [reference()])

    assert [names[0][0] for _, names in credited(held)] == ["original", "reference-1"]


def test_without_references_the_release_gets_all() -> None:
    assert credited(article()) == [(OPENING[:-1], [("original", Label.COPIED)])]


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=2))
def test_credits_stand_in_the_text_and_the_best_comes_first(first: str, text: str, others: list[str]) -> None:
    references = [reference(other, name=f"reference-{number}") for number, other in enumerate(others, start=1)]
    (held,) = hold_references([compare(read_plain(first, id="original"), read_plain(text))], references)

    found = credit_passages(held)

    ranks = [[(REUSED.index(one.label), -one.score) for one in each.candidates] for each in found]
    assert all(rank == sorted(rank) and rank for rank in ranks)
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert {one.original for each in found for one in each.candidates} <= {"original", "reference-1", "reference-2"}
