"""Facts on which two originals disagree are questions; figures of other things or other times are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail import read_plain
from copytrail.case_files import bundled_cases
from copytrail.model import FactKind
from copytrail.questions import find_questions
from tests.engine.references_texts import FUNDS, GRANT, LORRIES, MORE, OPENING, PROTEST, reference, release

CHANGED = (
    FUNDS.replace("£800,000", "£900,000"),
    MORE.replace("£200,000", "£500,000"),
    OPENING.replace("Monday", "3 May"),
)
TEXTS = st.lists(st.sampled_from((OPENING, FUNDS, LORRIES, GRANT, MORE, PROTEST, *CHANGED)), min_size=1).map(" ".join)
Asked = list[tuple[list[str], list[str]]]


def ask(original: str, other: str) -> Asked:
    first, second = read_plain(original), read_plain(other)
    return [
        ([span.of(first.text) for span in each.original], [span.of(second.text) for span in each.reference])
        for each in find_questions(first, second)
    ]


def test_earlier_article_of_the_bundled_case_asks_one_question() -> None:
    case = bundled_cases()[0]
    original, earlier = case.original.read(), case.derivatives[3].read()

    (question,) = find_questions(original, earlier)

    assert [span.of(original.text) for span in question.original] == ["£800,000"]
    assert [span.of(earlier.text) for span in question.reference] == ["£300,000", "£200,000"]
    assert question.kind is FactKind.FIGURE
    assert "“law”, “enforcement”, “training”" in question.why


def test_amounts_for_one_thing_are_a_question() -> None:
    assert ask(f"{OPENING} {FUNDS}", f"{PROTEST} {GRANT}") == [(["£800,000"], ["£300,000"])]


def test_question_does_not_depend_on_which_text_is_first() -> None:
    assert ask(f"{PROTEST} {GRANT}", f"{OPENING} {FUNDS}") == [(["£300,000"], ["£800,000"])]
    assert ask(f"{GRANT} {MORE}", f"{OPENING} {FUNDS}") == [(["£300,000", "£200,000"], ["£800,000"])]


def test_added_amount_belongs_to_the_one_before() -> None:
    assert ask(f"{OPENING} {FUNDS}", f"{GRANT} {MORE}") == [(["£800,000"], ["£300,000", "£200,000"])]


def test_parts_that_make_the_whole_agree() -> None:
    rest = MORE.replace("£200,000", "£500,000")

    assert ask(f"{OPENING} {FUNDS}", f"{GRANT} {rest}") == []
    assert ask(f"{GRANT} {rest}", f"{OPENING} {FUNDS}") == []


def test_amounts_for_other_things_are_no_question() -> None:
    school = "Lindholm spent £300,000 on books and furniture for the pupils of the school at the southern quay."

    assert ask(f"{OPENING} {FUNDS}", f"{PROTEST} {school}") == []


def test_amounts_of_two_years_are_no_question() -> None:
    assert ask(FUNDS.replace("paid", "paid in 2024"), GRANT.replace("set aside", "in 2021 set aside")) == []


def test_figure_that_both_texts_know_is_no_question() -> None:
    both = f"{GRANT} Nobody in Lindholm says who gave £800,000 for it."

    assert ask(f"{OPENING} {FUNDS}", both) == []


def test_changed_figure_of_one_passage_is_a_question() -> None:
    assert ask(FUNDS, FUNDS.replace("£800,000", "£900,000")) == [(["£800,000"], ["£900,000"])]


def test_changed_date_of_one_passage_is_a_question() -> None:
    first = OPENING.replace("on Monday", "on 3 August 2025")

    assert ask(first, first.replace("3 August", "4 August")) == [(["3 August 2025"], ["4 August 2025"])]


def test_changed_figure_of_another_year_is_no_question() -> None:
    counted = "In Lindholm 1,900 lorries crossed the bridge over the river Alm in the year ending March 2025."

    assert not [
        each for each in ask(counted, counted.replace("1,900", "2,600").replace("2025", "2024")) if each[0] == ["1,900"]
    ]


def test_texts_about_other_places_ask_nothing() -> None:
    other = FUNDS.replace("Lindholm", "Varberg").replace("£800,000", "£900,000")

    assert ask(f"{FUNDS} {LORRIES}", f"{other} {LORRIES.replace('Lindholm', 'Varberg')}") == []


@pytest.mark.parametrize("number", range(4))
def test_text_has_no_question_to_itself(number: int) -> None:
    document = bundled_cases()[0].derivatives[number].read()

    assert find_questions(document, document) == ()


@given(TEXTS, TEXTS)
def test_questions_stand_in_both_texts(first: str, second: str) -> None:
    for question in find_questions(read_plain(first), read_plain(second)):
        assert all(span.of(first).strip() for span in question.original)
        assert all(span.of(second).strip() for span in question.reference)
        assert [span.of(first) for span in question.original] != [span.of(second) for span in question.reference]


def test_questions_come_in_the_order_of_the_release() -> None:
    original = release(OPENING, LORRIES.replace("this week", "in 14 days"), FUNDS)
    other = reference(FUNDS.replace("8", "9"), LORRIES.replace("this week", "in 15 days"))

    questions = find_questions(original, other)

    assert [each.original[0].of(original.text) for each in questions] == ["14 days", "£800,000"]
