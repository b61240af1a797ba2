import pytest

from copytrail.errors import BadAnswer
from copytrail.model import Span
from copytrail.teaching import Answer, check_answer, list_offered
from tests.teaching.lesson_texts import ARTICLE, RELEASE, make_lesson, place


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(task_id="t9"), "not in the lesson"),
        (Answer(task_id="t1"), "Choose one"),
        (Answer(task_id="t1", choice="left_out"), "Choose one"),
        (Answer(task_id="t1", choice="copied", spans=(Span(0, 3),)), "a choice"),
        (Answer(task_id="t1", choice="copied", text="x"), "no text"),
        (Answer(task_id="t1", choice="copied", reason="x" * 2_001), "longer"),
        (Answer(task_id="t2"), "Mark something"),
        (Answer(task_id="t2", choice="copied"), "no choices"),
        (Answer(task_id="t2", spans=(Span(0, 3),)), "whole sentences"),
        (Answer(task_id="t2", spans=(Span(9_000, 9_003),)), "whole sentences"),
        (Answer(task_id="t4", spans=(Span(0, 3),)), "words of the passage"),
        (Answer(task_id="t4", spans=(place(ARTICLE, ". Traders"),)), "words of the passage"),
        (Answer(task_id="t4", spans=(Span(101, 102),) * 501), "So many"),
    ],
)
def test_what_is_no_answer_is_refused(answer, why):
    with pytest.raises(BadAnswer, match=why):
        check_answer(make_lesson(), answer)


def test_marked_words_become_whole():
    marked = (place(ARTICLE, "illion pou"), place(ARTICLE, "1 m"))

    answer = check_answer(make_lesson(), Answer(task_id="t4", spans=marked))

    assert [span.of(ARTICLE) for span in answer.spans] == ["21 million pounds"]


def test_marked_sentences_are_put_in_order():
    lesson = make_lesson()
    one, _, _, other = list_offered(lesson, lesson.tasks[1])[:4]

    answer = check_answer(lesson, Answer(task_id="t2", spans=(other, one, other)))

    assert answer.spans == (one, other)


def test_no_more_sentences_than_wanted():
    lesson = make_lesson()
    sentences = list_offered(lesson, lesson.tasks[4])

    with pytest.raises(BadAnswer, match="no more than 1"):
        check_answer(lesson, Answer(task_id="t5", spans=sentences[:2]))


def test_sentences_are_those_of_the_text_marked():
    lesson = make_lesson()

    words = [span.of(RELEASE) for span in list_offered(lesson, lesson.tasks[1])]

    assert words[1] == "The bridge will cost 12 million pounds."
