import json
from dataclasses import asdict

from copytrail.teaching import for_pupils
from tests.teaching.lesson_texts import make_lesson, make_task


def tell(lesson):
    return json.dumps(asdict(for_pupils(lesson)))


def test_pupils_get_no_secret():
    told = tell(make_lesson())

    assert "SECRET" not in told


def test_hints_are_sent_only_if_allowed():
    assert "HINT" in tell(make_lesson())
    assert "HINT" not in tell(make_lesson(hints_allowed=False))


def test_another_key_changes_nothing_for_pupils():
    one = make_lesson(tasks=(make_task(),))
    other = make_lesson(
        tasks=(make_task(key=make_lesson().tasks[2].key, explanation="", verdict=type(make_task().verdict)()),)
    )

    assert for_pupils(one) == for_pupils(other)


def test_paragraphs_keep_their_places():
    lesson = make_lesson()

    text = for_pupils(lesson).original

    assert all(p.cut(s) == s.of(lesson.original.text) for p in text.paragraphs for s in p.sentences)
