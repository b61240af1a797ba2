"""What belongs to nobody: found, and given to somebody by an administrator."""

from __future__ import annotations

import pytest

from tests.webapp.api.conftest import Program
from tests.webapp.conftest import Reader
from tests.webapp.people.conftest import let_in, make_person
from tests.webapp.teaching.conftest import Teacher, make_lesson
from webapp import create_app, store
from webapp.api.access import Scope
from webapp.faults import UnknownPerson
from webapp.people.adopting import name_key
from webapp.people.records import CaseAccess, Left, Signature, Visibility
from webapp.people.rights import Viewer


@pytest.fixture
def office(each_database):
    """A desk that worked without accounts, with a case, a lesson, a class and a note; then people came."""
    app = create_app(each_database)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    reader = Reader(app.test_client())
    reader.send("/account/name", {"name": "Old Hand"})
    teacher = Teacher(reader, make_lesson(reader))
    teacher.start()
    program = Program(app.test_client(), desk.tokens.make(None, "Run", scope=Scope.WRITE, days=7))
    case = program.get("/cases").json["cases"][0]["id"]
    program.post(f"/cases/{case}/articles/1/notes", {"text": "Who says so?"})
    yield app, desk, case, teacher
    desk.services.database.close()


def test_first_administrator_takes_everything(office):
    app, desk, case, teacher = office
    ann = make_person(desk, "Ann", "admin")
    visitor = let_in(app, ann)
    before = visitor.open("/people/left").text
    linked = visitor.open("/people").text

    visitor.send("/people/left", {"heir": ann.id})

    assert "1 case, 1 lesson and 1 class" in before
    assert "See what, and give it to somebody" in linked
    assert visitor.open(teacher.room).status_code == 200
    assert visitor.send(f"{teacher.room}/delete").status_code == 303
    assert visitor.send(f"/lessons/{teacher.lesson}/delete").status_code == 303
    assert desk.access.load(case) == CaseAccess(owner_id=ann.id, visibility=Visibility.ALL)


def test_notes_go_to_who_wrote_them(office):
    app, desk, case, _teacher = office
    ann, ben = make_person(desk, "Ann", "admin"), make_person(desk, "Ben", "member")
    viewer = Viewer(ann.id)
    (signature,) = desk.adopting.find_left(viewer).signatures

    given = desk.adopting.give_notes(name_key(signature), ben.id, viewer)

    assert (signature, given) == (Signature("Old Hand", 1), 1)
    assert desk.adopting.find_left(viewer).signatures == ()
    with desk.services.database.reading() as connection:
        assert len(store.notes.list_own(connection, case, Viewer(ben.id), "")) == 1
        assert store.notes.list_own(connection, case, viewer, "Old Hand") == frozenset()
    assert "Old Hand" in let_in(app, ben).open(f"/cases/{case}/notes").text


def test_notes_of_hidden_cases_are_left(office):
    _app, desk, case, _teacher = office
    ann, ben = make_person(desk, "Ann", "admin"), make_person(desk, "Ben", "member")
    with desk.services.database.writing() as connection:
        store.access.save_access(connection, case, CaseAccess(owner_id=ben.id, visibility=Visibility.PRIVATE))

    assert desk.adopting.find_left(Viewer(ann.id)) == Left(lessons=1, classes=1)
    assert len(desk.adopting.find_left(Viewer(ben.id)).signatures) == 1


@pytest.mark.parametrize("role", ["reader", "ended", "nobody"])
def test_only_writers_take_something(office, role):
    app, desk, _case, _teacher = office
    ann = make_person(desk, "Ann", "admin")
    heir = "nobody"
    if role != "nobody":
        heir = make_person(desk, "Rea", "reader" if role == "reader" else "member").id
    if role == "ended":
        desk.accounts.end(heir)
    left = desk.adopting.find_left(Viewer(ann.id))

    refused = let_in(app, ann).send("/people/left", {"heir": heir})
    with pytest.raises(UnknownPerson):
        desk.adopting.give_notes(name_key(left.signatures[0]), heir, Viewer(ann.id))

    assert refused.status_code == 422
    assert "Choose somebody who makes cases." in refused.text
    assert desk.adopting.find_left(Viewer(ann.id)) == left


def test_nothing_left_is_said(app, desk, add_person):
    visitor = let_in(app, add_person("Ann", "admin"))

    assert "Everything belongs to somebody." in visitor.open("/people/left").text
    assert "belongs to nobody" not in visitor.open("/people").text


def test_desk_alone_has_nobody_to_give_to(reader):
    assert reader.open("/people/left", follow=False).location == "/people"
    assert reader.send("/people/left", {"heir": "x"}).status_code == 422
