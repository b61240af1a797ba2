"""The day on which a case is deleted."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.webapp.conftest import Reader
from webapp import create_app
from webapp.retention import keep_deleting


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


def set_day(reader, case, day):
    return reader.send(f"/cases/{case}/retention", {"delete_on": day}, follow=True)


def test_day_is_shown_on_case_and_list(reader):
    case = reader.make_case()

    page = set_day(reader, case, "2027-05-03")

    assert "To be deleted on 3 May 2027" in page.text
    assert "to be deleted on 3 May 2027" in reader.open("/").text


def test_case_goes_when_its_day_comes(reader, desk, clock):
    case, other = reader.make_case(), reader.make_case("Another story.")
    set_day(reader, case, "2026-11-24")

    before = desk.deleting.delete_due()
    clock.move_on(days=2)
    after = desk.deleting.delete_due()

    assert (before, after) == (0, 1)
    assert reader.open(f"/cases/{case}").status_code == 404
    assert reader.open(f"/cases/{other}").status_code == 200


def test_cleared_day_keeps_the_case(reader, desk, clock):
    case = reader.make_case()
    set_day(reader, case, "2026-11-24")
    set_day(reader, case, "")

    clock.move_on(days=9)

    assert desk.deleting.delete_due() == 0
    assert reader.open(f"/cases/{case}").status_code == 200


@pytest.mark.parametrize("typed", ["2026-11-22", "2020-01-01", "soon", "2027-02-30"])
def test_impossible_day_stays_in_the_form(reader, desk, typed):
    case = reader.make_case()

    page = set_day(reader, case, typed)

    assert page.status_code == 422
    assert f'value="{typed}"' in page.text
    assert desk.services.open_case(case).delete_on is None


def test_setting_gives_new_cases_a_day(each_database, clock):
    app = create_app(replace(each_database, keep_days=30), clock=clock)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    case = Reader(app.test_client()).make_case()

    clock.move_on(days=29)
    assert desk.deleting.delete_due() == 0
    clock.move_on(days=1)
    assert desk.deleting.delete_due() == 1

    assert desk.services.list_cases() == ()
    assert case
    desk.services.database.close()


def test_copy_does_not_take_the_day_over(reader, desk, clock):
    case = reader.make_case()
    set_day(reader, case, "2026-11-24")
    copy = reader.send(f"/cases/{case}/copy").location.split("/")[2].partition("?")[0]

    clock.move_on(days=2)

    assert desk.deleting.delete_due() == 1
    assert reader.open(f"/cases/{copy}").status_code == 200


def test_copy_gets_the_day_of_a_new_case(settings, clock):
    app = create_app(replace(settings, keep_days=30), clock=clock)
    reader, services = Reader(app.test_client()), app.extensions["copytrail"].services
    case = reader.make_case()
    set_day(reader, case, "")
    clock.move_on(days=1)

    copy = reader.send(f"/cases/{case}/copy").location.split("/")[2].partition("?")[0]

    assert str(services.open_case(copy).delete_on) == "2026-12-23"
    services.database.close()


def test_server_deletes_at_its_start(reader, desk, clock):
    set_day(reader, reader.make_case(), "2026-11-24")
    clock.move_on(days=2)
    stop = threading.Event()
    stop.set()

    keep_deleting(desk.deleting, stop)

    assert desk.services.list_cases() == ()
