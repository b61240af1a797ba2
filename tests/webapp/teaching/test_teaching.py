"""A class from the teacher's side: leading, watching, revealing, looking after pupils, results, and deleting."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.webapp.conftest import Reader
from tests.webapp.people.conftest import let_in, make_person
from tests.webapp.retention.test_traces import find_traces
from tests.webapp.teaching.conftest import Teacher, make_lesson

WORDS = "xylophonist brontosaurus zeitgeist " * 40


@pytest.fixture
def taught(teacher, add_pupil):
    """A class of three at its first task, who have answered it."""
    code = teacher.start()
    teacher.lead("go", "t1")
    for name, choice in (("Zoë", "copied"), ("Ann", "copied"), ("Bob", "added")):
        pupil = add_pupil()
        pupil.join(code, name)
        assert pupil.answer("t1", choice=choice, reason=f"={name} says so").status_code == 303
    return teacher


def test_teacher_sees_answers_come_in(taught):
    live = taught.reader.open(taught.room, fragment=True).text

    assert "3 pupils · 3 answers" in live
    assert "3 of 3" in live
    assert "at task 1 · 1 of 7" in live


def test_pupil_who_went_away_is_told(taught, clock):
    clock.move_on(seconds=30)

    assert "away · 1 of 7" in taught.reader.open(taught.room, fragment=True).text


def test_wall_holds_the_key_back(taught):
    before = taught.reader.open(f"{taught.room}/projector").text
    taught.lead("reveal", "t1", **{"from": "projector"})
    after = taught.reader.open(f"{taught.room}/projector", fragment=True).text

    assert "Compare this passage" in before
    assert "Machine" not in before
    assert "Key" not in before
    assert "Machine" in after
    assert "1 of 3 pairs of pupils chose the same." in after
    assert "Zoë" not in after


def test_wall_shows_code_and_names(teacher, pupil):
    code = teacher.start()
    pupil.join(code, "Zoë")

    wall = teacher.reader.open(f"{teacher.room}/projector?task=door").text

    assert code in wall
    assert "<bdi>Zoë</bdi>" in wall
    assert teacher.reader.open(f"{teacher.room}/code.svg").mimetype == "image/svg+xml"


def test_rude_name_is_changed_or_removed(taught):
    taught.change("Bob", "renamed", name="Robert")
    taught.change("Ann", "removed")

    page = taught.reader.open(taught.room).text
    assert "Robert" in page
    assert "<bdi>Bob</bdi>" not in page
    assert "2 pupils · 2 answers" in page


def test_notes_of_the_talk_are_kept(taught):
    taught.reader.send(f"{taught.room}/notes", {"task": "t1", "note": "Why is this copied?"})

    assert "Why is this copied?</textarea>" in taught.reader.open(f"{taught.room}?task=t1").text
    assert "Why is this copied?" in taught.reader.open(f"{taught.room}/results").text


def test_results_are_rows_without_formulas(taught):
    rows = list(csv.DictReader(io.StringIO(taught.reader.open(f"{taught.room}/results.csv").data.decode("utf-8-sig"))))

    first = {row["pupil"]: row for row in rows if row["task"] == "1"}
    assert len(rows) == 3 * 7
    assert (first["Zoë"]["points"], first["Zoë"]["of"], first["Bob"]["points"]) == ("2", "2", "0")
    assert first["Zoë"]["reason"] == "'=Zoë says so"


def test_sheets_of_a_class_are_printed(taught):
    taught.lead("reveal", "t1")

    page = taught.reader.open(f"{taught.room}/sheets").text

    sheets = page.split('<article class="sheet">')[1:]
    said = {re.search(r"<b><bdi>(\w+)</bdi>", each)[1]: "My answer: <bdi>Added" in each for each in sheets}
    assert said == {"Zoë": False, "Ann": False, "Bob": True}
    assert page.count("Key: <bdi>Copied") == 3


def test_results_say_what_was_hard(teacher, add_pupil):
    code = teacher.start()
    teacher.lead("go", "t1")
    for name in ("Zoë", "Ann"):
        pupil = add_pupil()
        pupil.join(code, name)
        pupil.answer("t1", choice="added")

    assert "Hard for this class: task 1" in teacher.reader.open(f"{teacher.room}/results").text


@pytest.mark.parametrize("way", ["now", "day"])
def test_class_is_really_gone(teacher, add_pupil, desk, settings, clock, way):
    code = teacher.start(days="3")
    teacher.lead("go", "t1")
    pupil = add_pupil()
    pupil.join(code, "xylophonist brontosaurus")
    pupil.answer("t1", choice="added", reason=WORDS)
    teacher.reader.send(f"{teacher.room}/notes", {"task": "t1", "note": WORDS})
    assert find_traces(settings.data_folder)

    if way == "now":
        teacher.reader.send(f"{teacher.room}/delete")
    else:
        clock.move_on(days=3)
        assert sum(delete() for delete in desk.deleting.others) == 1

    assert find_traces(settings.data_folder) == []
    assert pupil.open().status_code == 404
    assert teacher.reader.open(teacher.room).status_code == 404


def test_removed_pupil_is_really_gone(teacher, add_pupil, settings):
    code = teacher.start()
    teacher.lead("go", "t1")
    pupil = add_pupil()
    pupil.join(code, "Zoë")
    pupil.answer("t1", choice="added", reason=WORDS)

    teacher.change("Zoë", "removed")

    assert find_traces(settings.data_folder) == []
    assert pupil.open().status_code == 404


def test_day_is_moved_but_never_given_up(taught, desk):
    assert taught.reader.send(f"{taught.room}/day", {"day": "2027-01-10"}).status_code == 303
    assert "deleted on 10 January 2027" in taught.reader.open(taught.room).text

    for typed in ("", "2026-11-22", "2029-01-01", "soon"):
        assert taught.reader.send(f"{taught.room}/day", {"day": typed}).status_code == 422


def test_backup_holds_no_word_of_a_class(taught, desk):
    stream = io.BytesIO()
    desk.backups.write(stream)
    kept = stream.getvalue()

    assert b"answers" not in kept
    assert b"pupils.jsonl" not in kept
    assert b"lessons.jsonl" in kept


def test_class_is_its_teachers_alone(app, desk, add_pupil):
    people = {name: make_person(desk, name, role) for name, role in (("Tess", "member"), ("Max", "member"))}
    admin = make_person(desk, "Ada", "admin")
    tess, max_, ada = (let_in(app, person) for person in (people["Tess"], people["Max"], admin))
    teacher = Teacher(tess, make_lesson(tess))
    code = teacher.start()
    add_pupil().join(code, "Zoë")

    for other in (max_, ada):
        for path in ("", "/projector", "/results", "/results.csv", "/code.svg"):
            assert other.open(teacher.room + path).status_code == 404
        assert other.send(f"{teacher.room}/delete").status_code == 404
        assert other.open(f"/lessons/{teacher.lesson}").status_code == 404
    assert tess.open(f"{teacher.room}/results").status_code == 200


def test_shown_lesson_is_used_by_colleagues(app, desk):
    tess, max_ = (let_in(app, make_person(desk, name, "member")) for name in ("Tess", "Max"))
    lesson = make_lesson(tess)

    tess.send(f"/lessons/{lesson}/share", {"visibility": "all"})

    assert max_.open(f"/lessons/{lesson}").status_code == 200
    assert max_.send(f"/lessons/{lesson}/classes", {}).status_code == 303
    assert max_.send(f"/lessons/{lesson}/delete").status_code == 403


def test_lesson_is_given_to_a_team(app, desk):
    people = [make_person(desk, name, "member") for name in ("Tess", "Max", "Ada")]
    tess, max_, ada = (let_in(app, person) for person in people)
    team = desk.teaming.make("History")
    desk.teaming.change(team.id, name="History", members=[people[0].id, people[1].id])
    lesson = f"/lessons/{make_lesson(tess)}"

    given = tess.send(f"{lesson}/share", {"visibility": "team", "team": team.id})

    assert given.status_code == 303
    assert [each.open(lesson).status_code for each in (max_, ada)] == [200, 404]
    desk.teaming.delete(team.id)
    assert [each.open(lesson).status_code for each in (tess, max_)] == [200, 404]


def test_lesson_goes_to_own_teams_only(app, desk):
    tess = let_in(app, make_person(desk, "Tess", "member"))
    team = desk.teaming.make("Science")
    lesson = f"/lessons/{make_lesson(tess)}"

    refused = [tess.send(f"{lesson}/share", {"visibility": "team", "team": each}) for each in (team.id, "")]

    assert [each.status_code for each in refused] == [422, 422]
    assert "Choose one of your teams." in refused[0].text
    assert "Science" not in refused[0].text


def test_lesson_is_handed_to_a_colleague(app, desk):
    tess, max_ = (let_in(app, make_person(desk, name, "member")) for name in ("Tess", "Max"))
    lesson = make_lesson(tess)
    owner = next(each.id for each in desk.accounts.list_people() if each.name == "Max")

    tess.send(f"/lessons/{lesson}/share", {"visibility": "private", "owner": owner})

    assert tess.open(f"/lessons/{lesson}").status_code == 404
    assert max_.send(f"/lessons/{lesson}/share", {"visibility": "all", "owner": owner}).status_code == 303
    assert "Keep or delete" not in tess.open(f"/lessons/{lesson}").text
    assert "belongs to a colleague" in tess.open("/lessons?done=given").text


def test_lesson_is_handed_to_no_reader(app, desk):
    tess = let_in(app, make_person(desk, "Tess", "member"))
    lesson = make_lesson(tess)
    make_person(desk, "Rae", "reader")
    reader = next(each.id for each in desk.accounts.list_people() if each.name == "Rae")

    for owner in (reader, "nobody", ""):
        refused = tess.send(f"/lessons/{lesson}/share", {"visibility": "all", "owner": owner})
        assert refused.status_code == 422
        assert "choose another person" in refused.text
        assert 'value="all" checked' in refused.text


def test_pupils_need_no_account(app, desk, add_pupil):
    tess = let_in(app, make_person(desk, "Tess", "member"))
    teacher = Teacher(tess, make_lesson(tess))
    pupil = add_pupil()

    pupil.join(teacher.start(), "Zoë")

    assert pupil.open().status_code == 200
    assert isinstance(tess, Reader)
