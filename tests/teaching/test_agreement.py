import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.model import Span
from copytrail.teaching import Answer, Key, find_agreement
from copytrail.teaching.alpha import find_alpha, find_alphas
from tests.teaching.lesson_texts import ARTICLE, make_lesson, make_task, place

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": examples A, B and C; then that of the
# encyclopedias (three observers, fifteen units). A point stands for a missing value.
TWO_VALUES = ("0100000010", "1110010000")
TWO_OBSERVERS = ("aabbdcccedda", "babbbccceddd")
THREE_OBSERVERS = (".....34121133.3", "1.213343.......", "..21344.21133.4")
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(*observers):
    return [[value for value in column if value != "."] for column in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("observers", "alpha"),
    [
        (TWO_VALUES, 0.095),
        (TWO_OBSERVERS, 0.692),
        (FOUR_OBSERVERS, 0.743),
        (THREE_OBSERVERS, 0.691),
    ],
    ids=["two values", "two observers", "missing values", "three observers"],
)
def test_published_examples_are_reached(observers, alpha):
    assert find_alpha(units(*observers)) == pytest.approx(alpha, abs=0.0005)


VALUES = st.lists(st.lists(st.sampled_from("abcd"), max_size=6), max_size=8)


@given(VALUES)
def test_alphas_average_to_the_whole(judged):
    alphas = find_alphas(judged)
    counted = [(len(values), alpha) for values, alpha in zip(judged, alphas, strict=True) if alpha is not None]

    if counted:
        mean = sum(n * alpha for n, alpha in counted) / sum(n for n, _ in counted)
        assert mean == pytest.approx(find_alpha(judged))


@given(VALUES, st.randoms(use_true_random=False))
def test_nobody_counts_more_than_others(judged, shuffle):
    mixed = [shuffle.sample(values, len(values)) for values in judged]

    assert find_alpha(mixed) == find_alpha(judged)


@given(VALUES)
def test_a_missing_answer_alone_changes_nothing(judged):
    assert find_alpha([*judged, [], ["a"]]) == find_alpha(judged)


def label(task_id, *choices):
    return [Answer(task_id=task_id, choice=choice) for choice in choices]


def two_labels(*answers):
    lesson = make_lesson(tasks=(make_task(), make_task(id="t2", key=Key(choices=("added",)))))
    return find_agreement(lesson, answers)


def test_each_choice_is_counted():
    found = two_labels(*label("t1", "edited", "edited", "copied"), *label("t2", "added"))

    assert [(each.choice.id, each.count) for each in found.tasks[0].choices] == [
        ("copied", 1),
        ("edited", 2),
        ("paraphrased", 0),
        ("added", 0),
    ]
    assert [each.answered for each in found.tasks] == [3, 1]


def test_full_agreement_is_one():
    found = two_labels(*label("t1", "edited", "edited"), *label("t2", "added", "added", "added"))

    assert found.alpha == found.tasks[0].alpha == 1
    assert found.sentence.startswith("Over all labels alpha is 1.00: such labels can be relied on")


def test_one_passage_alone_has_no_alpha():
    found = find_agreement(make_lesson(tasks=(make_task(),)), label("t1", "edited", "copied", "edited"))

    assert found.tasks[0].alpha is None
    assert found.tasks[0].sentence.startswith("1 of 3 pairs of pupils chose the same.")


def test_nobody_has_answered_yet():
    found = two_labels()

    assert found.alpha is None
    assert {each.sentence for each in found.tasks} == {found.sentence} == {"Too few answers to compare."}


def mark_words(*words):
    return [Answer(task_id="t4", spans=(place(ARTICLE, each),)) for each in words]


def test_marked_words_are_counted_one_by_one():
    found = find_agreement(make_lesson(), mark_words("21 million", "21 million pounds")).tasks[3]

    assert [(each.span.of(ARTICLE), each.count) for each in found.places] == [("21", 2), ("million", 2), ("pounds", 1)]
    assert found.same == pytest.approx(2 / 3)
    assert found.alpha is not None
    assert 0 < found.alpha < 1


def test_pupils_who_mark_the_same_agree():
    found = find_agreement(make_lesson(), mark_words(*["21 million"] * 5)).tasks[3]

    assert (found.same, found.alpha) == (1, 1)


def test_pupils_without_a_common_word_do_not():
    found = find_agreement(make_lesson(), mark_words("The bridge", "21 million pounds")).tasks[3]

    assert found.same == 0
    assert found.alpha is not None
    assert found.alpha < 0
    assert "−" in found.sentence


def test_sentences_are_counted_as_sentences():
    lesson = make_lesson()
    sentence = lesson.tasks[1].key.spans[0]

    found = find_agreement(lesson, [Answer(task_id="t2", spans=(sentence,)), Answer(task_id="t2", spans=(sentence,))])

    assert [(each.span, each.count) for each in found.tasks[1].places] == [(Span(0, sentence.end), 2)]
