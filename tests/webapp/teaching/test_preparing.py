"""Lessons: made from a comparison, changed, looked at as a pupil, taken in and out as files."""

from __future__ import annotations

import io
import re

import pytest

from copytrail.codec.lessons import read_lesson
from copytrail.teaching import TaskKind
from tests.webapp.people.conftest import let_in, make_person
from tests.webapp.teaching.conftest import ARTICLE, RELEASE


@pytest.fixture
def address(teacher) -> str:
    return f"/lessons/{teacher.lesson}"


def open_lesson(desk, teacher):
    return desk.preparing.open_lesson(teacher.lesson).lesson


def press(reader, page: str, button: str) -> str:
    """Send the form of a button as it stands; gives the page that it leads to."""
    form = next(each for each in re.findall(r"<form.*?</form>", page, re.DOTALL) if button in each)
    checked = re.findall(r'<input type="radio"[^>]*name="(\w+)" value="([^"]*)" checked', form)
    return reader.open(reader.send(re.search(r'action="([^"]+)"', form)[1], dict(checked)).location).text


def test_comparison_leads_to_a_lesson_in_three_clicks(reader):
    """The issue allows ten: one on the comparison, one to make the lesson, one to start a class on it."""
    case = reader.make_case(title="The bridge")
    page = reader.open(f"/cases/{case}/articles/1").text
    link = re.search(r'<a [^>]*href="(/cases/[^"]+/teach)"[^>]*>(.*?)</a>', page, re.DOTALL)

    ready = press(reader, reader.open(link[1]).text, "Make the lesson")
    begun = press(reader, ready, "Start a class")

    assert re.sub(r"<[^>]*>", "", link[2]).split() == ["Teach", "with", "this"]
    assert "The lesson is ready" in ready
    assert "Begin with task 1" in begun


def test_lesson_is_worded_for_younger_readers(teacher, reader, desk, address):
    page = reader.open(address).text
    fields = {"version": reader.find_field(page, "version"), "level": "plain", "title": "Ours", "instructions": "Read."}

    assert reader.send(address, fields).status_code == 303

    lesson = open_lesson(desk, teacher)
    assert (lesson.title, lesson.instructions) == ("Ours", "Read.")
    assert "What did the article do with it?" in lesson.tasks[0].prompt


def test_goals_follow_the_level_until_they_are_worded(teacher, reader, desk, address):
    def save(level: str, goals: str) -> str:
        fields = {"version": reader.find_field(reader.open(address).text, "version"), "level": level, "goals": goals}
        reader.send(address, fields)
        return "\n".join(open_lesson(desk, teacher).learning_goals)

    standard = "\n".join(open_lesson(desk, teacher).learning_goals)
    plain = save("plain", standard)

    assert "copied, edited, paraphrased and added" in plain
    assert save("standard", plain) == standard
    assert save("plain", "Ours alone.") == "Ours alone."


def test_older_page_of_a_lesson_is_refused(reader, address):
    fields = {"version": reader.find_field(reader.open(address).text, "version"), "title": "One"}
    reader.send(address, fields)

    answer = reader.send(address, {**fields, "title": "Two"})

    assert answer.status_code == 409
    assert "<h1><bdi>One</bdi></h1>" in answer.text


def test_key_is_corrected_by_hand(teacher, reader, desk, address):
    fields = {"version": "1", "prompt": "Which?", "key": ["edited", "copied"], "explanation": "Because.", "points": "3"}

    assert reader.send(f"{address}/tasks/t1", fields).status_code == 303

    task = open_lesson(desk, teacher).find_task("t1")
    assert set(task.key.choices) == {"edited", "copied"}
    assert (task.explanation, task.points) == ("Because.", 3)


def test_task_without_key_stays_typed(reader, address):
    answer = reader.send(f"{address}/tasks/t1", {"version": "1", "prompt": "My own question?", "explanation": "Mine."})

    assert answer.status_code == 422
    assert "has no key" in answer.text
    assert "My own question?" in answer.text
    assert "Mine." in answer.text


def test_task_is_added_on_a_chosen_passage(teacher, reader, desk, address):
    passage = re.search(r'<option value="(\d+-\d+)">The crossing cost', reader.open(address).text)[1]
    page = reader.open(f"{address}/tasks/new?kind=origin&passage={passage}").text
    proposed = re.findall(r'name="span" value="([\d-]+)" id="[\w-]+" checked', page)

    fields = {"version": "1", "kind": "origin", "passage": passage, "prompt": "Where from?", "span": proposed}
    assert reader.send(f"{address}/tasks/new", fields).status_code == 303

    task = open_lesson(desk, teacher).tasks[-1]
    assert (task.kind, task.prompt) == (TaskKind.ORIGIN, "Where from?")
    assert len(task.key.spans) == len(proposed) == 1


def test_tasks_are_moved_and_removed(teacher, reader, desk, address):
    before = [task.id for task in open_lesson(desk, teacher).tasks]

    reader.send(f"{address}/tasks/{before[1]}/place", {"version": "1", "act": "up"})
    reader.send(f"{address}/tasks/{before[0]}/place", {"version": "2", "act": "delete"})

    assert [task.id for task in open_lesson(desk, teacher).tasks] == [before[1], *before[2:]]


def test_preview_shows_no_key(reader, address):
    page = reader.open(f"{address}/preview?task=1").text

    assert "Which of the four is it?" in page
    assert "Key" not in page
    assert "checked" not in page


def test_lesson_travels_as_one_file(reader, address, desk):
    data = reader.open(f"{address}/file").data

    copy = reader.send("/lessons/import", {"file": (io.BytesIO(data), "lesson.json")}).location

    copied = desk.preparing.open_lesson(copy.split("/")[2].partition("?")[0]).lesson
    assert copied.tasks == read_lesson(data).tasks
    assert copied.original.text == read_lesson(data).original.text


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"schema": "copytrail.lesson/1", "tasks": [{"id": "t1"}]}']
)
def test_hostile_file_is_refused_in_words(reader, data):
    answer = reader.send("/lessons/import", {"file": (io.BytesIO(data), "lesson.json")})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_bundled_lesson_becomes_ones_own(reader, desk):
    made = reader.send("/lessons/bundled/whose-words")

    lesson = desk.preparing.open_lesson(made.location.split("/")[2].partition("?")[0]).lesson
    assert lesson.title == "Whose words are these?"
    assert all(task.explanation for task in lesson.tasks)
    assert reader.send("/lessons/bundled/unknown").status_code == 404


def test_class_takes_the_tasks_of_its_time(reader, desk):
    made = reader.send("/lessons/bundled/rewritten-or-reported").location.partition("?")[0]
    lesson = desk.preparing.open_lesson(made.split("/")[2]).lesson
    short = next(timing for timing in lesson.timings if timing.task_ids)

    room = reader.send(f"{made}/classes", {"minutes": str(short.minutes)}).location.split("/")[2]

    assert {task.id for task in desk.running.open_lesson(room).tasks} == set(short.task_ids)


def test_worksheet_is_printed_with_and_without_key(reader, address):
    pupil, both = (reader.open(f"{address}/worksheet.pdf?sheet={sheet}") for sheet in ("pupil", "both"))

    assert pupil.data.startswith(b"%PDF")
    assert len(both.data) > len(pupil.data)


def test_deleting_a_case_names_its_lessons(reader):
    case = reader.compare(RELEASE, ARTICLE, title="The bridge").location.split("/")[2].partition("?")[0]
    lesson = reader.send(f"/cases/{case}/articles/1/teach", {"minutes": "45"}).location.partition("?")[0]
    reader.send("/lessons/bundled/whose-words")
    before = reader.open(f"/cases/{case}").text

    reader.send(f"/cases/{case}/delete")

    trashed = reader.open(f"/cases/{case}").text
    for page in (before, trashed):
        assert "Lessons made from it stay" in page
        assert re.findall(r'href="(/lessons/[^"]+)"', page) == [lesson]
    reader.send(f"/cases/{case}/delete-for-good")
    assert reader.open(lesson).status_code == 200


def test_deleting_several_cases_names_their_lessons(reader):
    case = reader.compare(RELEASE, ARTICLE, title="The bridge").location.split("/")[2].partition("?")[0]
    lesson = reader.send(f"/cases/{case}/articles/1/teach", {"minutes": "45"}).location.partition("?")[0]
    listed = reader.open("/cases").text

    reader.send("/cases/several", {"act": "trash", "case": case})

    trash = reader.open("/cases?in=trash").text
    assert "Lessons made from" not in listed
    assert "Lessons made from these cases stay" in trash
    assert f'href="{lesson}"' in trash
    reader.send("/cases/several", {"act": "delete", "case": case, "in": "trash"})
    assert "Lessons made from" not in reader.open("/cases?in=trash").text


def test_deleting_a_case_names_no_lesson_of_others(app, desk):
    tess, max_ = (let_in(app, make_person(desk, name, "member")) for name in ("Tess", "Max"))
    case = tess.compare(RELEASE, ARTICLE, title="The bridge").location.split("/")[2].partition("?")[0]
    owner = desk.access.load(case).owner_id
    tess.send(f"/cases/{case}/access", {"visibility": "all", "owner": owner})
    lesson = max_.send(f"/cases/{case}/articles/1/teach", {"minutes": "45"}).location.partition("?")[0]

    assert lesson not in tess.open(f"/cases/{case}").text
    assert max_.open(lesson).status_code == 200


def test_deleted_lesson_leaves_its_class(teacher, reader, pupil, address):
    pupil.join(teacher.start(), "Zoë")

    reader.send(f"{address}/delete")

    assert reader.open(address).status_code == 404
    assert pupil.open().status_code == 200


def test_lesson_without_tasks_starts_no_class(teacher, reader, desk, address):
    for version, task in enumerate(open_lesson(desk, teacher).tasks, 1):
        reader.send(f"{address}/tasks/{task.id}/place", {"version": str(version), "act": "delete"})

    answer = reader.send(f"{address}/classes", {})

    assert answer.status_code == 422
    assert "add one before you start a class" in answer.text
