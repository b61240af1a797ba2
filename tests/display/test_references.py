"""What pages say of further originals, and of articles that are sources of their own."""

from __future__ import annotations

from dataclasses import replace

from copytrail import compare
from copytrail.case_files import bundled_cases
from copytrail.display.page import view_comparison
from copytrail.display.pieces import find_pieces
from copytrail.display.questions import list_questions
from copytrail.display.references import show_credits_in, show_references
from copytrail.display.state import PageState, View
from copytrail.model import Comparison
from copytrail.references import hold_references
from tests.engine.references_texts import EARLIER, FUNDS, GRANT, MORE, OPENING, PROTEST, article, reference


def compare_bundled(number: int) -> Comparison:
    case = bundled_cases()[0]
    return compare(case.original.read(), case.derivatives[number - 1].read())


def test_article_of_another_event_asks_one_question() -> None:
    sources = view_comparison(compare_bundled(4), PageState()).sources

    (question,) = sources.questions
    assert question.text == "The release says “£800,000”, this article “£300,000” and “£200,000”: which is meant?"
    assert (question.release_place, question.reference_place) == ("R5", "paragraphs 14 and 16")
    assert "no error of the article" in sources.questions_note


def test_question_leads_from_the_top_to_the_ledger() -> None:
    state = PageState(view=View.CONNECTED, focus="x1")

    alarm = view_comparison(compare_bundled(4), state).alarms[-1]

    assert alarm.text == "1 question between the release and this article"
    assert alarm.address == "?view=ledger#own-questions"
    assert not alarm.grave


def test_derived_article_asks_nothing() -> None:
    view = view_comparison(compare_bundled(3), PageState())

    assert (view.sources.questions, view.sources.alarms) == ((), ())


def test_reference_lists_what_is_closest_to_it() -> None:
    (held,) = hold_references([article()], [reference(EARLIER, OPENING)])

    (shown,) = show_references(held)

    assert shown.heading == "reference 1: Bridge planned"
    assert [(line.place, line.label, line.origin) for line in shown.credits] == [("A2", "copied", "paragraph 1")]


def test_card_names_the_reference_of_a_shared_passage() -> None:
    (held,) = hold_references([article()], [reference(PROTEST, OPENING)])
    first, second, third = find_pieces(held).derivative

    assert [heading for heading, _ in show_credits_in(held, first)] == ["reference 1: Bridge planned"]
    assert show_credits_in(held, second) == ()
    assert [line.origin_words for _, line in show_credits_in(held, third)] == [PROTEST[:-1]]


def test_reference_without_title_is_called_by_its_words() -> None:
    (held,) = hold_references([article()], [reference()])
    untitled = hold_references([held], [replace(reference(), title="")])[0]

    assert show_references(untitled)[0].heading.startswith("reference 1: Erik Sandvik dug the stone basin")


def test_questions_name_their_reference() -> None:
    held = hold_references([article(FUNDS)], [reference(PROTEST), reference(GRANT, MORE, name="reference-2")])

    (line,) = list_questions(held)

    assert line.text == "The release says “£800,000”, reference 2 “£300,000” and “£200,000”: which is meant?"
    assert (line.name, line.reference_place) == ("Reference 2", "paragraphs 1 and 2")
