"""What an article has from a further original is said beside what the release lacks."""

from __future__ import annotations

import json

from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.model import Comparison, Label
from copytrail.references import hold_references
from copytrail.trail import suggest_trail, trace
from tests.engine.references_texts import EARLIER, LORRIES, OPENING, PROTEST, article, reference, release


def added(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    text = comparison.derivative.text
    return {each.span.of(text): each.also_in for each in comparison.additions}


def test_addition_names_the_reference() -> None:
    (held,) = hold_references([article()], [reference()])

    assert added(held) == {EARLIER: ("reference-1",), PROTEST: ()}


def test_every_reference_that_holds_it_is_named() -> None:
    references = [reference(), reference(PROTEST, name="reference-2"), reference(EARLIER, name="reference-3")]

    (held,) = hold_references([article()], references)

    assert added(held) == {EARLIER: ("reference-1", "reference-3"), PROTEST: ("reference-2",)}


def test_labels_are_those_of_the_release() -> None:
    alone = article()

    (held,) = hold_references([alone], [reference()])

    assert (held.matches, held.findings, held.facts) == (alone.matches, alone.findings, alone.facts)


def test_other_articles_stay_named_before_references() -> None:
    traced = trace([article(), article(OPENING, EARLIER, LORRIES, name="article-2")])

    held = hold_references(traced, [reference()])

    assert added(held[0])[EARLIER] == ("article-2", "reference-1")


def test_earlier_references_are_forgotten() -> None:
    (held,) = hold_references([article()], [reference(), reference(PROTEST, name="reference-2")])

    (again,) = hold_references([held], [reference(PROTEST)])

    assert added(again) == {EARLIER: (), PROTEST: ("reference-1",)}
    assert hold_references([held], []) == (article(),)


def test_small_part_of_an_addition_is_not_named() -> None:
    comparison = article(OPENING, f"{EARLIER} {PROTEST}")
    long = reference("Erik Sandvik dug the stone basin of Lindholm, and it is there still.")

    (held,) = hold_references([comparison], [long])

    assert set(added(held).values()) == {()}


def test_likeness_to_another_text_is_no_source() -> None:
    retold = "A stone basin was dug in Lindholm by Erik Sandvik in 1887; whalers used it till their cranes were broken."
    own = " ".join(f"{PROTEST[:-1]} on day {day} of the strike." for day in ("one", "two", "three", "four"))

    (alone,) = hold_references([article(LORRIES, retold)], [reference(f"{EARLIER} {LORRIES}")])
    (among,) = hold_references([article(OPENING, own, retold)], [reference(f"{EARLIER} {LORRIES}")])

    assert [match.label for match in alone.references[0].matches] == [Label.COPIED, Label.PARAPHRASED]
    assert among.references[0].matches == ()


def test_what_a_reference_explains_leaves_no_trail() -> None:
    traced = trace([article(), article(OPENING, EARLIER, LORRIES, name="article-2")])

    assert len(suggest_trail(traced)) == 1
    assert suggest_trail(hold_references(traced, [reference()])) == ()


def test_references_come_back_from_data() -> None:
    (held,) = hold_references([article()], [reference()])

    data = json.loads(json.dumps(comparison_to_data(held)))

    assert comparison_from_data(data) == held
    assert data["references"][0]["document"]["title"] == "Bridge planned"
    assert data["references"][0]["matches"][0]["original"][0]["exact"] == EARLIER[:-1]


def test_credits_are_written_with_references_only() -> None:
    (held,) = hold_references([article()], [reference(EARLIER, OPENING)])

    credits_ = comparison_to_data(held)["credits"]

    assert [each["exact"] for each in credits_] == [OPENING[:-1], EARLIER[:-1]]
    assert [one["document"] for one in credits_[0]["candidates"]] == ["original", "reference-1"]
    assert comparison_to_data(article())["credits"] == []


def test_no_article_needs_no_reference() -> None:
    assert hold_references([], [release()]) == ()
