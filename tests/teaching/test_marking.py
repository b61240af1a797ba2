from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.model import Span
from copytrail.teaching import Answer, Key, TaskKind, check_answer, list_offered, mark_answer, say_points, total_marks
from tests.teaching.lesson_texts import ARTICLE, LABELS, RELEASE, make_lesson, make_task, place

LESSON = make_lesson()


def mark(task_id, lesson=LESSON, **said):
    return mark_answer(lesson, Answer(task_id=task_id, **said))


def with_key(**key):
    return make_lesson(tasks=(make_task(key=Key(**key)),))


@pytest.mark.parametrize(
    ("key", "chosen", "points"),
    [
        ("edited", "edited", 2),
        ("edited", "paraphrased", 1),
        ("paraphrased", "edited", 1),
        ("edited", "copied", 0),
        ("copied", "edited", 0),
        ("paraphrased", "added", 0),
        ("added", "paraphrased", 0),
    ],
)
def test_near_labels_get_half(key, chosen, points):
    assert mark("t1", with_key(choices=(key,)), choice=chosen).points == points


def test_two_keys_both_count_in_full():
    lesson = with_key(choices=("copied", "edited"))

    assert mark("t1", lesson, choice="copied").points == mark("t1", lesson, choice="edited").points == 2


def test_the_speaker_is_right_or_wrong():
    assert mark("t3", choice="c2").points == 2
    assert mark("t3", choice="c1").why == "The key says “Ann Bell”, you chose “The council”."


def test_marked_words_count_by_overlap():
    found = mark("t4", spans=(place(ARTICLE, "21 million pounds. Traders"),))

    assert (found.points, found.of) == (1.5, 2)
    assert "4 words between you, 3 of them both" in found.why


def test_the_whole_text_is_no_way_to_points():
    assert mark("t2", spans=(Span(0, len(RELEASE)),)).points == 0.5


def test_each_wrong_sentence_takes_one_away():
    caveat, other = place(RELEASE, "Work starts in May, if the inspectors agree."), place(RELEASE, "Mayor Ann Bell")
    lesson = make_lesson(tasks=(replace(LESSON.tasks[4], wanted=2),))

    assert mark("t5", lesson, spans=(caveat,)).points == 1
    assert mark("t5", lesson, spans=(caveat, other)).points == 0
    assert "each wrong one takes one away" in mark("t5", lesson, spans=(caveat, other)).why


def test_priorities_are_left_to_the_teacher():
    found = mark("t6", spans=(Span(0, 5),), text="Ask the mayor.")

    assert (found.points, found.of) == (0, 0)
    assert "teacher" in found.why


def test_marks_add_up():
    both = total_marks((mark("t1", choice="paraphrased"), mark("t3", choice="c2")))

    assert say_points(both) == "3 of 4 points"


SENTENCES = {task.id: list_offered(LESSON, task) for task in LESSON.tasks[1:] if task.kind is not TaskKind.SPEAKER}


@given(st.sampled_from(["t2", "t5"]), st.data())
def test_marks_never_leave_their_bounds(task_id, data):
    chosen = data.draw(st.lists(st.sampled_from(SENTENCES[task_id]), min_size=1, max_size=1 if task_id == "t5" else 5))
    answer = check_answer(LESSON, Answer(task_id=task_id, spans=tuple(chosen)))

    found = mark_answer(LESSON, answer)

    assert 0 <= found.points <= found.of
    assert (found.points * 2).is_integer()


@given(st.sampled_from([choice.id for choice in LABELS]))
def test_the_key_itself_gets_all_points(key):
    assert mark("t1", with_key(choices=(key,)), choice=key).points == 2


def test_the_key_of_places_gets_all_points():
    for task in LESSON.tasks[1:5]:
        found = mark(task.id, choice=(*task.key.choices, "")[0], spans=task.key.spans)

        assert found.points == found.of == 2


@pytest.mark.parametrize(
    ("words", "points"),
    [("will cost 21", 0), ("cost 21", 0.5), ("21 million", 0.5), ("21 million pounds", 1), ("cost", 0)],
    ids=["a fifth", "a quarter", "two thirds", "all", "nothing"],
)
def test_points_are_rounded_to_halves(words, points):
    lesson = make_lesson(tasks=(replace(LESSON.tasks[3], points=1),))
    start = ARTICLE.index("The bridge will cost")
    first = ARTICLE.index(words, start)

    assert mark("t4", lesson, spans=(Span(first, first + len(words)),)).points == points
