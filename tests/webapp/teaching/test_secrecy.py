"""Nothing of the key, the machine's labels, its findings or the explanations is in any answer before the reveal."""

from __future__ import annotations

import html
import re

import pytest

from tests.webapp.teaching.conftest import EXPLAINED
from webapp.people.records import PersonRole
from webapp.people.rights import Need
from webapp.people.table import RIGHTS

PUPIL_ENDPOINTS = {name for name, need in RIGHTS.items() if need is Need.PUPIL}


def list_secrets(lesson) -> dict[str, str]:
    """What no pupil may read: every sentence that only the teacher's side knows."""
    secrets = {}
    for task in lesson.tasks:
        secrets[f"{task.id} explanation"] = task.explanation
        secrets[f"{task.id} why"] = task.verdict.why
        secrets.update({f"{task.id} finding {number}": each for number, each in enumerate(task.verdict.findings)})
    return {name: words for name, words in secrets.items() if words}


def list_words_of_keys(page: str) -> list[str]:
    """Marks of the parts of a page that tell what is right."""
    return re.findall(
        r"is-key|class=\"key\"|class=\"tag|<meter|\bverdict\b|explanation|Machine|agreement|\bpoints\b", page
    )


@pytest.fixture
def explained(teacher):
    """A lesson with an explanation for each task."""
    address = f"/lessons/{teacher.lesson}"
    for number in range(1, 8):
        page = teacher.reader.open(f"{address}/tasks/t{number}").text
        fields = {
            "version": teacher.reader.find_field(page, "version"),
            "prompt": f"Prompt {number}",
            "explanation": f"{EXPLAINED} {number}",
            "key": re.findall(r'name="key" value="(\w+)" checked', page),
            "span": re.findall(r'name="span" value="([\d-]+)" id="[\w-]+" checked', page),
        }
        assert teacher.reader.send(f"{address}/tasks/t{number}", fields).status_code == 303
    return teacher


def visit_everything(pupil, tasks: list[str]) -> None:
    """Ask each address that a pupil has, in every way they are asked."""
    for task in tasks:
        for path in ("", f"?task={task}", f"/now?task={task}", "/sheet"):
            pupil.open(pupil.address + path)
        for accept in (True, False):
            pupil.answer(task, script=accept, choice="edited")
            pupil.answer(task, script=accept, choice="nonsense")
    for path in ("/results", "/results.csv", "/sheets", "/file", "/projector", "/live", "/key"):
        pupil.open(pupil.address + path)
    pupil.open(re.search(r'value="http://[^/]+(/join/sheet/[^"]+)"', pupil.open(f"{pupil.address}/sheet").text)[1])


@pytest.mark.parametrize("pace", ["own", "teacher"])
def test_no_answer_tells_before_the_reveal(explained, pupil, desk, pace):
    pupil.join(explained.start(pace=pace), "Zoë")
    lesson = desk.running.open_lesson(explained.room.rpartition("/")[2])
    secrets = list_secrets(lesson)

    for task in lesson.tasks:
        explained.lead("go", task.id)
        visit_everything(pupil, [each.id for each in lesson.tasks])

    read = [html.unescape(text) for text in pupil.seen]
    assert len(secrets) > 10
    assert {name for name, words in secrets.items() if any(words in text for text in read)} == set()
    assert {mark for text in pupil.seen for mark in list_words_of_keys(text)} == set()


def test_reveal_tells_of_one_task_only(explained, pupil, desk):
    pupil.join(explained.start(pace="own"), "Zoë")
    lesson = desk.running.open_lesson(explained.room.rpartition("/")[2])
    explained.lead("reveal", "t1")

    visit_everything(pupil, [each.id for each in lesson.tasks])

    read = [html.unescape(text) for text in pupil.seen]
    told = {number for number in range(1, 8) if any(f"{EXPLAINED} {number}" in text for text in read)}
    assert told == {1}


def test_pupils_page_is_same_for_any_key(explained, add_pupil, desk):
    """A page made from a lesson with another key is the same page: nothing of the key is in it."""
    page = explained.reader.open(f"/lessons/{explained.lesson}/tasks/t1").text
    pages = []
    for key in ("copied", "added"):
        fields = {"version": explained.reader.find_field(page, "version"), "prompt": "Prompt", "key": [key]}
        version = desk.preparing.open_lesson(explained.lesson).version
        explained.reader.send(f"/lessons/{explained.lesson}/tasks/t1", {**fields, "version": str(version)})
        pupil = add_pupil()
        pupil.join(explained.start(pace="own"), "Zoë")
        pages.append(
            re.sub(
                r'(value|data-token|data-mark|data-class|data-now|data-here|data-answers|action|href)="[^"]*"',
                "",
                re.sub(r"<b>[a-z ]+</b>", "", pupil.open(f"{pupil.address}?task=t1").text),
            )
        )

    assert pages[0] == pages[1]


def test_pupils_reach_no_page_of_teachers(explained, pupil, app):
    """Where people have accounts, a pupil's browser is nobody to all pages but the pupils'."""
    code = explained.start()
    pupil.join(code, "Zoë")
    app.extensions["copytrail"].accounts.add("Teacher", PersonRole.ADMIN)

    for path in ("", "/projector", "/results", "/results.csv", "/sheets", "/code.svg"):
        assert pupil.open(explained.room + path).status_code == 303
    assert pupil.open(f"/lessons/{explained.lesson}/file").status_code == 303
    assert pupil.open().status_code == 200
    assert {"class_work.show_work", "class_work.show_sheet", "class_work.tell_now"} <= PUPIL_ENDPOINTS
