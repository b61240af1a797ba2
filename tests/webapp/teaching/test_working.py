"""Pupils at work: what they see, what they answer, and what nobody but they can see or change."""

from __future__ import annotations

import re

import pytest

from tests.webapp.teaching.conftest import find
from webapp.teaching.doors import ANSWERS


@pytest.fixture
def ready(teacher, pupil):
    """A pupil in a class that is at its first task."""
    pupil.join(teacher.start(), "Zoë")
    teacher.lead("go", "t1")
    return pupil


def find_spans(page: str) -> list[str]:
    return re.findall(r'name="span" value="(\d+-\d+)"', page)


def test_class_waits_for_its_teacher(teacher, pupil):
    pupil.join(teacher.start(), "Zoë")

    assert "Wait for your teacher" in pupil.open().text
    assert 'name="choice"' not in pupil.open(f"{pupil.address}?task=t1").text


def test_answer_is_kept_and_shown(ready):
    answer = ready.answer("t1", choice="edited")

    assert answer.status_code == 303
    assert 'value="edited" checked' in ready.open().text
    assert "Saved." in ready.open().text


def test_answer_can_be_changed_before_the_reveal(ready, desk, teacher):
    ready.answer("t1", choice="edited")
    ready.answer("t1", choice="copied")

    kept = desk.running.take_picture(teacher.room.rpartition("/")[2]).answers
    assert [(each.answer.choice, each.version) for each in kept] == [("copied", 2)]


def test_same_form_twice_is_one_answer(ready, desk, teacher):
    page = ready.open().text
    form = {"version": "0", "key": find(page, "key"), "choice": "edited"}

    answers = [ready.post(f"{ready.address}/answers/t1", form, headers={"Accept": "application/json"}) for _ in "ab"]

    assert [answer.json for answer in answers] == [{"saved": 1}, {"saved": 1}]


def test_older_page_overwrites_nothing(ready):
    page = ready.open().text
    ready.answer("t1", choice="copied")

    form = {"version": "0", "key": find(page, "key"), "choice": "added"}
    late = ready.post(f"{ready.address}/answers/t1", form)

    assert late.status_code == 409
    assert "You changed this answer on another page" in late.text
    assert 'value="added" checked' in late.text
    assert 'value="copied" checked' in ready.open().text


def test_answer_in_place_of_an_unacknowledged_one(ready):
    page = ready.open().text
    first = {"version": "0", "key": find(page, "key"), "choice": "added"}
    ready.post(f"{ready.address}/answers/t1", first)

    second = {"version": "0", "key": "k" * 20, "replaces": first["key"], "choice": "edited"}
    answer = ready.post(f"{ready.address}/answers/t1", second, headers={"Accept": "application/json"})

    assert answer.json == {"saved": 2}


def test_answer_after_the_reveal_is_refused(ready, teacher):
    page = ready.open().text
    ready.answer("t1", choice="edited")
    teacher.lead("reveal", "t1")

    form = {"version": "1", "key": find(page, "key"), "choice": "copied"}
    late = ready.post(f"{ready.address}/answers/t1", form, headers={"Accept": "application/json"})

    assert late.status_code == 409
    assert "has been revealed" in late.json["problem"]
    assert 'value="edited" checked' in ready.open().text


def test_answer_from_the_last_task_still_counts(ready, teacher):
    page = ready.open().text
    teacher.lead("go", "t2")

    form = {"version": "0", "key": find(page, "key"), "choice": "edited"}
    answer = ready.post(f"{ready.address}/answers/t1", form, headers={"Accept": "application/json"})

    assert answer.json == {"saved": 1}


def test_task_ahead_of_the_class_is_closed(ready):
    form = {"version": "0", "key": "k" * 20, "choice": "edited"}

    answer = ready.post(f"{ready.address}/answers/t4", form, headers={"Accept": "application/json"})

    assert answer.status_code == 409
    assert answer.json["problem"] == "Your class is not at this task yet."


def test_ended_class_keeps_its_answers(ready, teacher):
    ready.answer("t1", choice="edited")
    page = ready.open().text
    teacher.door("ended")

    form = {"version": "1", "key": find(page, "key"), "choice": "copied"}

    assert ready.post(f"{ready.address}/answers/t1", form).status_code == 409
    assert 'value="edited" checked' in ready.open().text


def test_answer_that_fits_no_task_is_refused(ready):
    answer = ready.answer("t1", choice="nonsense", reason="My reason")

    assert answer.status_code == 422
    assert "Choose one of the answers." in answer.text


def test_pupils_go_at_their_own_pace(teacher, pupil):
    pupil.join(teacher.start(pace="own"), "Zoë")

    first = pupil.answer("t1", choice="edited", next="t2")

    assert first.location.endswith("?task=t2#task")
    assert 'aria-current="step">2<' in pupil.open(first.location).text


def test_sentences_and_words_are_tapped(teacher, pupil, desk):
    pupil.join(teacher.start(pace="own"), "Zoë")
    lesson = desk.running.open_lesson(teacher.room.rpartition("/")[2])
    tapped = [task for task in lesson.tasks if task.key.spans]

    for task in tapped:
        spans = find_spans(pupil.open(f"{pupil.address}?task={task.id}").text)
        assert spans
        assert pupil.answer(task.id, span=spans[:1]).status_code == 303
        assert "checked" in pupil.open(f"{pupil.address}?task={task.id}").text
    assert tapped


def test_another_pupils_class_looks_missing(ready, add_pupil, teacher):
    other = add_pupil()
    other.join(teacher.start(), "Ann")

    for path in ("", "/now", "/sheet"):
        assert other.open(ready.address + path).status_code == 404
        assert add_pupil().open(ready.address + path).status_code == 404


def test_pupil_answers_for_nobody_else(ready, add_pupil, desk, teacher):
    code = teacher.code
    other = add_pupil()
    other.join(code, "Ann")
    ready.answer("t1", choice="edited")

    other.answer("t1", choice="added", pupil_id="anybody", pupil=teacher.find_pupil("Zoë"))

    picture = desk.running.take_picture(teacher.room.rpartition("/")[2])
    names = {each.id: each.name for each in picture.pupils}
    assert {names[each.pupil_id]: each.answer.choice for each in picture.answers} == {"Zoë": "edited", "Ann": "added"}


def test_pupils_see_no_name_of_others(ready, add_pupil, teacher):
    other = add_pupil()
    other.join(teacher.code, "Brontosaurus")
    other.answer("t1", choice="added", reason="zeitgeist")
    ready.answer("t1", choice="edited")
    teacher.lead("reveal", "t1")

    ready.open()
    ready.open(f"{ready.address}/sheet")

    assert not [text for text in ready.seen if "Brontosaurus" in text or "zeitgeist" in text]


def test_page_is_told_when_to_look_again(ready, teacher):
    stamp = re.search(r'data-stamp="([^"]*)"', ready.open().text)[1]
    before = ready.open(f"{ready.address}/now?task=t1").json["stamp"]

    teacher.lead("go", "t2")

    assert before == stamp
    assert ready.open(f"{ready.address}/now?task=t1").json["stamp"] != stamp


def test_pupil_who_floods_waits_alone(ready, desk, add_pupil, teacher, clock):
    other = add_pupil()
    other.join(teacher.code, "Ann")
    for number in range(ANSWERS):
        desk.attending.doors.note(
            f"answers {teacher.find_pupil('Zoë')}" if number == 0 else f"answers {_id(desk, teacher)}"
        )

    assert ready.answer("t1", choice="edited").status_code == 429
    assert other.answer("t1", choice="edited").status_code == 303
    clock.move_on(seconds=61)
    assert ready.answer("t1", choice="edited").status_code == 303


def _id(desk, teacher) -> str:
    picture = desk.running.take_picture(teacher.room.rpartition("/")[2])
    return next(each.id for each in picture.pupils if each.name == "Zoë")


def test_sheet_shows_ones_own_answers(ready, teacher):
    ready.answer("t1", choice="edited")
    before = ready.open(f"{ready.address}/sheet").text
    teacher.lead("reveal", "t1")

    after = ready.open(f"{ready.address}/sheet").text

    assert "My answer: <bdi>Edited" in before
    assert "Key:" not in before
    assert "Key: <bdi>Copied" in after


def find_link(page: str) -> str:
    """The part of the link to a sheet that leads to it on this server."""
    return re.search(r'value="http://[^/]+(/join/sheet/[^"]+)"', page)[1]


def test_sheet_quotes_the_passage_of_marked_words(teacher, pupil):
    pupil.join(teacher.start(pace="own"), "Zoë")

    sheet = pupil.open(f"{pupil.address}/sheet").text

    asked = sheet.partition("Mark the figure in this passage")[2].partition("</section>")[0]
    assert "The crossing cost fourteen million pounds" in asked


def test_sheet_opens_by_its_link_afterwards(ready, add_pupil, teacher):
    ready.answer("t1", choice="edited")
    link = find_link(ready.open(f"{ready.address}/sheet").text)
    teacher.lead("reveal", "t1")
    teacher.door("ended")

    opened = add_pupil().open(link)

    assert (opened.status_code, opened.headers["Cache-Control"]) == (200, "no-store")
    assert "My answer: <bdi>Edited" in opened.text
    assert "Key: <bdi>Copied" in opened.text
    assert "Back to the class" not in opened.text


def test_changed_link_opens_no_sheet(ready, add_pupil, teacher):
    link = find_link(ready.open(f"{ready.address}/sheet").text)
    other = add_pupil()

    changed = [
        f"{link[:-1]}{'0' if link[-1] != '0' else '1'}",
        link.rpartition(".")[0],
        "/join/sheet/.",
        "/join/sheet/é.é",
    ]
    assert [other.open(each).status_code for each in changed] == [404] * 4
    teacher.change("Zoë", "words")
    assert other.open(link).status_code == 404


def test_deleted_class_takes_its_sheets_along(ready, add_pupil, teacher):
    link = find_link(ready.open(f"{ready.address}/sheet").text)

    teacher.reader.send(f"{teacher.room}/delete")

    assert add_pupil().open(link).status_code == 404


def test_sheet_tells_no_task_ahead(ready, teacher):
    before = ready.open(f"{ready.address}/sheet").text
    teacher.lead("go", "t2")

    assert "Task 2 of" not in before
    assert "Task 2 of" in ready.open(f"{ready.address}/sheet").text


def test_leaving_forgets_the_browser(ready):
    left = ready.post(f"{ready.address}/leave", {})

    assert left.headers["Clear-Site-Data"] == '"storage"'
    assert ready.open().status_code == 404
