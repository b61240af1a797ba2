"""People and what belongs to them in the database, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from webapp import store
from webapp.catalogue.asking import CaseState
from webapp.db import open_database
from webapp.faults import AlreadyStored, LastAdmin, UnknownPerson
from webapp.people.attempts import Attempt
from webapp.people.records import CaseAccess, Link, LinkKind, Person, PersonRole, SignIn, Team, Visibility
from webapp.people.rights import ALONE, NOWHERE, Standing, Viewer
from webapp.teaching.prepared import LessonFile

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ANN = Person(id="ann", name="Ann Ó Briain", role=PersonRole.ADMIN, email="ann@desk.example", password="x", created=NOW)
BEN = Person(id="ben", name="Ben \\u0000\udc80", role=PersonRole.MEMBER, created=NOW + timedelta(hours=1))
ISSUER = "https://id.example"


@pytest.fixture
def connection(each_database):
    """A transaction in an empty database that holds Ann and Ben."""
    database = open_database(each_database.database)
    database.upgrade()
    with database.writing() as connection:
        for person in (ANN, BEN):
            store.people.add_person(connection, person)
        yield connection
    database.close()


def add_case(connection, case_id: str, access: CaseAccess) -> None:
    store.cases.add_case(connection, case_id, title=case_id, bundled=None, now=NOW)
    store.access.save_access(connection, case_id, access)


def test_people_come_back_as_they_were(connection):
    assert store.people.list_people(connection) == (ANN, BEN)
    assert store.people.load_person(connection, "ben") == BEN
    assert store.people.find_person(connection, " ann  Ó BRIAIN ") == ANN
    assert store.people.find_person(connection, "ANN@desk.example") == ANN
    assert store.people.find_person(connection, "Nobody") is None
    with pytest.raises(UnknownPerson):
        store.people.load_person(connection, "nobody")


@pytest.mark.parametrize("changes", [{"name": "ann ó briain"}, {"email": "Ann@Desk.example"}])
def test_name_and_address_are_taken_once(each_database, changes):
    database = open_database(each_database.database)
    database.upgrade()
    other = replace(ANN, **{"id": "other", "name": "Other", "email": "", **changes})

    with database.writing() as connection:
        store.people.add_person(connection, ANN)
    with pytest.raises(AlreadyStored), database.writing() as connection:
        store.people.add_person(connection, other)

    database.close()


def test_somebody_must_look_after_the_people(connection):
    store.people.require_admin(connection)

    store.people.save_person(connection, replace(ANN, ended=NOW))

    with pytest.raises(LastAdmin):
        store.people.require_admin(connection)


def test_subject_is_linked_to_one_person(connection):
    assert store.people.find_unlinked(connection, "ann@DESK.example", ISSUER) == ANN

    store.people.link_subject(connection, ISSUER, "17", "ann")

    assert store.people.find_by_subject(connection, ISSUER, "17") == ANN
    assert store.people.find_by_subject(connection, ISSUER, "18") is None
    assert store.people.find_unlinked(connection, "ann@desk.example", ISSUER) is None


def test_name_of_the_desk_is_kept_once(connection):
    assert store.people.find_desk_name(connection) == ""

    for name in ("Ann", "Bea"):
        store.people.save_desk_name(connection, name)

    assert store.people.find_desk_name(connection) == "Bea"


def test_sign_ins_are_found_ended_and_forgotten(connection):
    for number in range(3):
        seen = NOW + timedelta(hours=number)
        store.sign_ins.add_sign_in(connection, SignIn(id=f"s{number}", person_id="ben", started=NOW, seen=seen))
    first = store.sign_ins.find_sign_in(connection, "s0")

    store.sign_ins.drop_stale(connection, seen_before=NOW + timedelta(minutes=1), started_before=NOW)
    ended = store.sign_ins.end_sign_in(connection, "ann", "s1")

    assert first == (SignIn(id="s0", person_id="ben", started=NOW, seen=NOW), BEN)
    assert not ended
    assert [each.id for each in store.sign_ins.list_sign_ins(connection, "ben")] == ["s2", "s1"]
    store.sign_ins.end_all(connection, "ben")
    assert store.sign_ins.find_sign_in(connection, "s2") is None


def test_links_are_kept_until_they_run_out(connection):
    link = Link(id="l1", kind=LinkKind.INVITE, email="Eve@desk.example", created=NOW, expires=NOW + timedelta(days=1))
    store.links.add_link(connection, link)

    assert store.links.find_link(connection, "l1") == link
    assert store.links.find_invitation(connection, "eve@desk.example", NOW) == link
    store.links.drop_expired(connection, NOW + timedelta(days=2))
    assert store.links.list_links(connection, LinkKind.INVITE) == ()


def test_tries_are_counted_and_taken_back(connection):
    attempt = Attempt(3, NOW, NOW + timedelta(minutes=1))
    store.attempts.save(connection, "k", Attempt(1, NOW, NOW))
    store.attempts.save(connection, "k", attempt)

    kept = store.attempts.load(connection, "k")
    store.attempts.take_back(connection, "k")

    assert kept == attempt
    assert store.attempts.load(connection, "k") == Attempt(2, NOW, NOW)
    store.attempts.drop_old(connection, NOW + timedelta(hours=1))
    assert store.attempts.load(connection, "k") is None


def test_team_keeps_its_people(connection):
    store.teams.add_team(connection, Team(id="t", name="Politics"))
    store.teams.set_members(connection, "t", {"ann", "ben"})
    store.teams.rename_team(connection, "t", "Courts")

    (team,) = store.teams.list_teams(connection, "ben")

    assert (team.name, set(team.members)) == ("Courts", {"ann", "ben"})
    store.teams.set_members(connection, "t", {"ann"})
    assert store.teams.list_teams(connection, "ben") == ()


def test_cases_are_seen_by_whom_they_are_for(connection):
    store.teams.add_team(connection, Team(id="t", name="Politics"))
    store.teams.set_members(connection, "t", {"ben"})
    add_case(connection, "private", CaseAccess(owner_id="ann", visibility=Visibility.PRIVATE))
    add_case(connection, "team", CaseAccess(owner_id="ann", team_id="t", visibility=Visibility.TEAM))
    add_case(connection, "all", CaseAccess())

    seen = {
        viewer.person_id: set(store.catalogue.list_ids(connection, viewer, CaseState.ACTIVE))
        for viewer in (ALONE, Viewer("ann"), Viewer("ben"), Viewer("eve"))
    }

    assert seen == {
        "": {"private", "team", "all"},
        "ann": {"private", "team", "all"},
        "ben": {"team", "all"},
        "eve": {"all"},
    }
    assert store.access.find_standing(connection, "private", Viewer("ben")) == NOWHERE
    assert store.access.find_standing(connection, "private", Viewer("ann")) == Standing(sees=True, owns=True)
    assert store.access.list_owned(connection, ("team", "all"), "ann") == {"team"}


def test_cases_are_handed_over_and_counted(connection):
    for number in range(2):
        add_case(connection, f"c{number}", CaseAccess(owner_id="ann", visibility=Visibility.PRIVATE))

    moved = store.access.hand_over(connection, "ann", "ben")

    assert sorted(moved) == ["c0", "c1"]
    assert store.access.count_owned(connection) == {"ben": 2}


def test_lessons_are_handed_over_with_cases(connection):
    kept = LessonFile(id="l1", title="Bridges", data="{}")
    store.lessons.add_lesson(connection, kept, CaseAccess(owner_id="ann", visibility=Visibility.PRIVATE), NOW)
    before = store.access.list_owners_of_lessons(connection)

    store.access.hand_over(connection, "ann", "ben")

    assert (before, store.access.list_owners_of_lessons(connection)) == ({"ann"}, {"ben"})
    assert store.lessons.find_standing(connection, "l1", Viewer("ben")) == Standing(sees=True, owns=True)
    assert store.lessons.find_standing(connection, "l1", Viewer("ann")) == NOWHERE


def test_orphans_go_to_the_first_administrator(connection):
    add_case(connection, "orphan", CaseAccess(owner_id="gone", team_id="away", visibility=Visibility.TEAM))
    add_case(connection, "bens", CaseAccess(owner_id="ben", visibility=Visibility.PRIVATE))

    store.adopting.adopt_orphans(connection, store.adopting.find_keeper(connection))

    adopted, kept = (store.access.load_access(connection, case) for case in ("orphan", "bens"))
    assert adopted == CaseAccess(owner_id="ann", team_id="", visibility=Visibility.PRIVATE)
    assert kept.owner_id == "ben"
