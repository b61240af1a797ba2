"""The door of a class: codes, names, coming back, and what keeps strangers from guessing."""

from __future__ import annotations

import re

import pytest

from tests.webapp.people.conftest import make_person
from webapp.teaching.classes import MOST_PUPILS
from webapp.teaching.doors import WRONG_BY_BROWSER, WRONG_CODES


def find_words(page: str) -> str:
    return re.search(r'my-words"><b>([a-z ]+)</b>', page)[1]


def test_pupil_joins_by_code_and_name(teacher, pupil):
    code = teacher.start()

    pupil.join(code.lower().replace(" ", "-"), "Zoë")

    assert "Zoë" in pupil.open().text
    assert "Zoë" in teacher.reader.open(teacher.room).text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_desk_alone_takes_no_pupil_from_elsewhere(teacher, pupil, header):
    code = teacher.start()
    pupil.join(code, "Zoë")
    elsewhere = {header: "203.0.113.7"}

    door = pupil.client.get("/join", headers=elsewhere)
    again = pupil.client.post("/join", data={"code": code}, headers=elsewhere)
    work = pupil.client.get(pupil.address, headers=elsewhere)

    assert [answer.status_code for answer in (door, again, work)] == [403, 403, 403]
    assert "came through another server" in door.text
    assert "Zoë" not in work.text


def test_pupils_come_through_a_server_with_accounts(app, desk, pupil):
    make_person(desk, "Ada", "admin")

    door = pupil.client.get("/join", headers={"X-Forwarded-For": "203.0.113.7"})

    assert door.status_code == 200


def test_pupil_without_name_gets_one(teacher, pupil):
    pupil.join(teacher.start())

    assert re.search(r'who-am-i"><b><bdi>[A-Z][a-z]+ [A-Z][a-z]+</bdi>', pupil.open().text)


def test_class_of_given_names_takes_none(teacher, pupil):
    pupil.join(teacher.start(names="given"), "Rude word")

    assert "Rude word" not in pupil.open().text


def test_link_of_the_picture_fills_code(teacher, pupil):
    code = teacher.start()

    assert f'value="{code}"' in pupil.open(f"/join?code={code.replace(' ', '')}").text


def test_browser_keeps_one_session_cookie(teacher, pupil):
    pupil.join(teacher.start(), "Zoë")

    cookies = [text for text in pupil.seen if "Set-Cookie" in text]
    named = {name for text in cookies for name in re.findall(r"Set-Cookie: ([^=]+)=", text)}
    assert named == {"copytrail"}
    assert not [text for text in cookies if "Expires=" in text or "Max-Age=" in text]


def test_taken_name_is_refused_as_typed(teacher, add_pupil):
    code = teacher.start()
    add_pupil().join(code, "Zoë")

    answer = add_pupil().join(code, "zoë ")

    assert answer.status_code == 422
    assert "Somebody in this class has that name" in answer.text
    assert code.replace(" ", "") in answer.text.replace(" ", "")


def test_name_that_is_too_long_stays_typed(teacher, pupil):
    answer = pupil.join(teacher.start(), "x" * 31)

    assert answer.status_code == 422
    assert "x" * 31 in answer.text


def test_name_loses_what_cannot_be_seen(teacher, pupil):
    pupil.join(teacher.start(), "\u202eZoë\u200b\n Byrne")

    assert "<bdi>Zoë Byrne</bdi>" in pupil.open().text


def test_words_bring_a_pupil_back(teacher, add_pupil):
    code, first, second = teacher.start(), add_pupil(), add_pupil()
    first.join(code, "Zoë")
    teacher.lead("go", "t1")
    first.answer("t1", choice="edited")

    second.come_back(code, find_words(first.open().text).upper().replace(" ", "-"))

    assert 'value="edited" checked' in second.open().text
    assert first.open().status_code == 404


def test_new_words_end_the_old(teacher, add_pupil):
    code, first = teacher.start(), add_pupil()
    first.join(code, "Zoë")
    old = find_words(first.open().text)

    teacher.change("Zoë", "words")

    assert find_words(first.open().text) != old
    assert add_pupil().come_back(code, old).status_code == 422


def test_locked_class_takes_nobody_new(teacher, add_pupil):
    code, first = teacher.start(), add_pupil()
    first.join(code, "Zoë")

    teacher.door("locked")

    assert add_pupil().join(code, "Ann").status_code == 422
    assert first.open().status_code == 200
    teacher.door("open")
    assert add_pupil().join(code, "Ann").status_code == 303


def test_old_code_leads_nowhere(teacher, add_pupil):
    old = teacher.start()

    teacher.door("code")

    assert teacher.code != old
    assert "No class has this code" in add_pupil().join(old, "Zoë").text
    assert add_pupil().join(teacher.code, "Zoë").status_code == 303


def test_ended_class_has_no_code(teacher, add_pupil):
    code = teacher.start()

    teacher.door("ended")

    assert teacher.code == ""
    assert add_pupil().join(code, "Zoë").status_code == 422


def test_browser_that_guesses_codes_waits(teacher, pupil, add_pupil, clock):
    code = teacher.start()
    for _ in range(WRONG_BY_BROWSER):
        assert pupil.join("CDFHJK", "Zoë").status_code == 422

    refused = pupil.join(code, "Zoë")

    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) <= 60
    assert add_pupil().join(code, "Ann").status_code == 303
    clock.move_on(seconds=61)
    assert pupil.join(code, "Zoë").status_code == 303


def test_many_guessers_shut_out_no_class(desk, teacher, add_pupil):
    code = teacher.start()
    add_pupil().join(code, "Zoë")
    for _ in range(WRONG_CODES):
        desk.attending.doors.note("codes")

    assert add_pupil().join("CDFHJK", "Ann").status_code == 429
    assert add_pupil().join(code, "Ann").status_code == 303


def test_class_holds_two_hundred_and_refuses_politely(desk, teacher, pupil):
    code = teacher.start()
    for number in range(MOST_PUPILS):
        desk.attending.join(code, f"Pupil {number}", browser=f"b{number}")

    answer = pupil.join(code, "One more")

    assert MOST_PUPILS >= 200
    assert answer.status_code == 422
    assert "The class is full" in answer.text


def test_groups_fill_evenly(desk, teacher):
    code = teacher.start(groups="3")

    joined = [desk.attending.join(code, "", browser=f"b{number}")[0].pupil.group for number in range(7)]

    assert joined == [1, 2, 3, 1, 2, 3, 1]


@pytest.mark.parametrize("group", ["0" * 5000, "000" + "9" * 5000, "-1", "many"])
def test_odd_group_is_given_one(teacher, pupil, group):
    code = teacher.start(groups="3")

    assert pupil.join(code, "Ada", group=group).status_code == 303
