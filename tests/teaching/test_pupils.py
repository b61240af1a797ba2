import json
from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from copytrail.teaching import Key, Verdict, for_pupils
from tests.teaching.lesson_texts import LABELS, make_lesson, make_task, make_tasks


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


WORDS = st.text("ŋøþđħ", min_size=8, max_size=12)


@given(WORDS, WORDS, WORDS, st.integers(0, 3))
def test_no_word_of_the_teacher_reaches_pupils(explanation, why, finding, label):
    verdict = Verdict(why=why, findings=(finding,))
    key = Key(choices=(LABELS[label].id,))
    lesson = make_lesson(tasks=tuple(replace(task, explanation=explanation, verdict=verdict) for task in make_tasks()))

    told = tell(replace(lesson, tasks=(*lesson.tasks, make_task(id="t7", key=key))))

    assert not any(secret in told for secret in (explanation, why, finding))
    assert told == tell(replace(lesson, tasks=(*lesson.tasks, make_task(id="t7"))))


def test_no_field_for_pupils_is_named_like_a_secret():
    def names(data):
        if isinstance(data, dict):
            yield from data
        for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from names(value)

    secret = {"key", "verdict", "explanation", "provenance", "why", "findings", "sources", "edits", "reason", "speaker"}

    assert secret.isdisjoint(names(json.loads(tell(make_lesson()))))
