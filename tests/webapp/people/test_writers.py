"""Whose a note or a deed is: the person's, whatever name they have now, and nobody's who took that name."""

from __future__ import annotations

import io
import re

import pytest
from sqlalchemy import delete, select, text

from tests.webapp.conftest import Clock, make_settings
from tests.webapp.people.conftest import let_in, make_person
from webapp import create_app, tables
from webapp.db import open_database

WRITTEN = (tables.notes, tables.note_replies, tables.acts, tables.dismissals, tables.events)


class Room:
    """A newsroom on a database of its own, in which Ann wrote a note on a case for all."""

    def __init__(self, settings) -> None:
        self.app = create_app(settings, clock=Clock())
        self.desk = self.app.extensions["copytrail"]
        self.database = self.desk.services.database
        self.database.upgrade()

    def enter(self, name: str):
        self.person = make_person(self.desk, name, "admin")
        return let_in(self.app, self.person)

    def write(self, visitor) -> str:
        """A case with a note, an answer to it, a correction and a deed; gives its address."""
        case = visitor.make_case(title="Bridge")
        article = f"/cases/{case}/articles/1"
        visitor.send(f"/cases/{case}/access", {"visibility": "all", "owner": self.person.id})
        visitor.send(f"{article}/notes", {"on": "whole", "text": "Who says so?", "back": "notes"})
        note = find_notes(visitor, case)[0]
        visitor.send(f"{article}/notes/{note}/replies", {"text": "Ask them.", "back": "notes"})
        visitor.send(f"/cases/{case}/rename", {"title": "The bridge"})
        return case

    def list_writers(self) -> set[str | None]:
        with self.database.reading() as connection:
            return {each for table in WRITTEN for each in connection.execute(select(table.c.person_id)).scalars()}


def find_notes(visitor, case: str) -> list[str]:
    return re.findall(r'id="written-([^"]+)"', visitor.open(f"/cases/{case}/notes").text)


def may_change(visitor, case: str) -> int:
    """How many of the notes and answers the page offers to change."""
    return visitor.open(f"/cases/{case}/articles/1/notes").text.count('/change"')


@pytest.fixture
def make_room(tmp_path):
    made = []

    def make(name: str) -> Room:
        made.append(Room(make_settings(tmp_path / name)))
        return made[-1]

    yield make
    for each in made:
        each.database.close()


@pytest.fixture
def room(each_database):
    room = Room(each_database)
    yield room
    room.database.close()


def test_freed_name_brings_no_notes(room):
    ann = room.enter("Ann")
    case = room.write(ann)
    ann.send("/account/name", {"name": "Ann Byrne"})
    other = room.enter("Ann")
    note = find_notes(other, case)[0]

    refused = other.send(f"/cases/{case}/articles/1/notes/{note}/change", {"text": "Mine now.", "back": "notes"})
    kept = ann.send(f"/cases/{case}/articles/1/notes/{note}/change", {"text": "Who?", "version": "1", "back": "notes"})

    assert (may_change(other, case), may_change(ann, case)) == (0, 2)
    assert refused.status_code == 403
    assert kept.status_code == 303
    assert "Ann, 22 November 2026" in ann.open(f"/cases/{case}/articles/1/notes").text


def test_deed_names_the_person_of_then(room):
    ann = room.enter("Ann")
    first = room.person
    room.write(ann)
    ann.send("/account/name", {"name": "Ann Byrne"})
    room.enter("Ann")

    assert room.list_writers() == {first.id}


def test_notes_of_a_deleted_account_stay(room):
    ann, boss = room.enter("Ann"), room.enter("Boss")
    case = room.write(boss)
    ann.send(f"/cases/{case}/articles/1/notes", {"on": "whole", "text": "Hers.", "back": "notes"})

    with room.database.writing() as connection:
        connection.execute(delete(tables.people).where(tables.people.c.name == "Ann"))
    room.enter("Ann")
    shown = boss.open(f"/cases/{case}/articles/1/notes").text

    assert "Hers." in shown
    assert "Ann, 22 November 2026" in shown
    assert room.list_writers() == {None, boss_id(room)}
    assert may_change(let_in(room.app, room.person), case) == 0


def boss_id(room: Room) -> str:
    return room.desk.accounts.find("Boss").id


def test_older_deeds_are_found_by_an_only_name(bare_database):
    database = open_database(bare_database.database)
    database.upgrade("0011")
    with database.writing() as connection:
        add_person(connection, "p1", "Ann")
        connection.execute(text("INSERT INTO cases (id, title, created, changed) VALUES ('c', '', 'x', 'x')"))
        for number, name in enumerate(("Ann", "", "Bea", "ann")):
            row = {"number": number, "name": name}
            connection.execute(text(EVENT), row)

    database.upgrade()

    with database.reading() as connection:
        kept = connection.execute(text("SELECT person, person_id FROM events ORDER BY number")).all()
    database.close()
    assert [tuple(row) for row in kept] == [("Ann", "p1"), ("", None), ("Bea", None), ("ann", None)]


EVENT = (
    "INSERT INTO events (case_id, number, deed, data, person, done) VALUES ('c', :number, 'renamed', '{}', :name, 'x')"
)


def add_person(connection, person_id: str, name: str) -> None:
    row = {"id": person_id, "name": name}
    connection.execute(
        text(
            "INSERT INTO people (id, name, name_key, email, role, password, created)"
            " VALUES (:id, :name, :id, '', 'member', '', 'x')"
        ),
        row,
    )


def back_up(room: Room, case: str | None = None) -> io.BytesIO:
    file = io.BytesIO()
    room.desk.backups.write(file, case)
    return io.BytesIO(file.getvalue())


def test_case_from_elsewhere_names_nobody_here(make_room):
    there, here = make_room("there"), make_room("here")
    case = there.write(there.enter("Ann"))
    ann = here.enter("Ann")

    here.desk.backups.restore(back_up(there, case))

    assert here.list_writers() == {None}
    assert may_change(ann, case) == 0
    assert "Ann, 22 November 2026" in ann.open(f"/cases/{case}/articles/1/notes").text


def test_case_goes_to_an_empty_desk(make_room):
    there, here = make_room("there"), make_room("here")
    case = there.write(there.enter("Ann"))

    here.desk.backups.restore(back_up(there, case))

    assert here.list_writers() == {None}


def test_case_of_older_tables_names_nobody_here(make_room, monkeypatch):
    there, here = make_room("there"), make_room("here")
    single = back_up(there, there.write(there.enter("Ann")))
    here.enter("Ann")
    monkeypatch.setattr("webapp.store.backups.find_step", lambda _connection: "another")

    here.desk.backups.restore(single)

    assert here.list_writers() == {None}


def test_restored_on_its_own_machine_all_stays(make_room):
    room, empty = make_room("there"), make_room("empty")
    ann = room.enter("Ann")
    case = room.write(ann)
    whole, single = back_up(room), back_up(room, case)

    room.desk.backups.restore(single)
    empty.desk.backups.restore(whole)

    assert room.list_writers() == empty.list_writers() == {room.person.id}


def test_one_alone_changes_what_the_desk_signed(reader):
    case = reader.make_case(title="Bridge")
    reader.send("/account/name", {"name": "Ann"})
    reader.send(f"/cases/{case}/articles/1/notes", {"on": "whole", "text": "Check.", "back": "notes"})
    hers = may_change(reader, case)

    reader.send("/account/name", {"name": "Bea"})

    assert hers == 1
    assert may_change(reader, case) == 0
