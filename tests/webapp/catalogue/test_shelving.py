"""The archive and the trash: what leaves the list, what comes back, what is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.webapp.conftest import Reader
from webapp import create_app
from webapp.faults import BadSetting, InTrash
from webapp.settings import read_settings


@pytest.fixture
def case(reader) -> str:
    return reader.make_case(title="The old bridge")


def test_deleted_case_lies_in_the_trash(reader, desk, case):
    answer = reader.send(f"/cases/{case}/delete")

    page = desk.open(**{"in": "trash"})
    assert "1 case moved to the trash." in reader.open(answer.location).text
    assert desk.list_names() == []
    assert "thrown away 22 November 2026, 09:00 UTC; will be deleted for good on 22 December 2026" in page
    assert "The old bridge" not in reader.open("/").text


def test_pages_of_a_case_in_the_trash_offer_it_back(reader, case):
    reader.send(f"/cases/{case}/delete")

    for path in ("", "/articles/1", "/articles/new", "/history", "/texts", "/export/json", "/order"):
        answer = reader.open(f"/cases/{case}{path}")
        assert answer.status_code == 404
        assert "This case is in the trash" in answer.text
        assert "Thrown away on 22 November 2026, 09:00 UTC" in answer.text
        assert f'action="/cases/{case}/restore"' in answer.text


def test_nothing_changes_a_case_in_the_trash(reader, services, case):
    articles = services.open_case(case).articles
    reader.send(f"/cases/{case}/delete")

    for path, fields in (
        ("rename", {"title": "Other"}),
        ("tags", {"tags": "x"}),
        ("archive", {}),
        ("copy", {}),
        ("order", {"move": f"{articles[0].id}.up"}),
        (f"documents/{articles[0].id}/delete", {}),
        (f"documents/{articles[0].id}/describe", {"document-1-title": "x"}),
    ):
        assert reader.send(f"/cases/{case}/{path}", fields).status_code == 404
    with pytest.raises(InTrash):
        services.rename_case(case, "Other")
    reader.send(f"/cases/{case}/restore")
    assert services.open_case(case).title == "The old bridge"
    assert services.open_case(case).articles == articles


def test_restored_case_is_as_it_was(reader, services, case):
    before = services.open_comparison(case, 1)
    reader.send(f"/cases/{case}/delete")

    answer = reader.send(f"/cases/{case}/restore")

    assert answer.location == f"/cases/{case}?done=restored"
    assert services.open_comparison(case, 1) == before


def test_case_is_deleted_for_good_from_the_trash_only(reader, services, case):
    reader.send(f"/cases/{case}/delete-for-good")
    assert services.open_case(case)

    reader.delete_for_good(case)

    assert reader.open(f"/cases/{case}").status_code == 404
    assert "This case is in the trash" not in reader.open(f"/cases/{case}").text


def test_trash_is_emptied_when_its_time_is_up(reader, desk, services, clock, case):
    other = reader.make_case(title="Younger")
    reader.send(f"/cases/{case}/delete")
    clock.move_on(days=1)
    reader.send(f"/cases/{other}/delete")

    clock.move_on(days=29)

    assert desk.list_names(**{"in": "trash"}) == ["Younger"]


def test_trash_is_emptied_at_the_start(settings, clock, case, reader, services):
    reader.send(f"/cases/{case}/delete")
    clock.move_on(days=30)

    again = create_app(settings, clock=clock)

    assert again.extensions["copytrail"].catalogue.finding.list_trashed() == ()
    again.extensions["copytrail"].services.database.close()


def test_trash_is_emptied_at_once_by_hand(reader, desk, case):
    kept = reader.make_case(title="Kept")
    reader.send(f"/cases/{case}/delete")

    answer = reader.send("/cases/trash/empty")

    assert answer.location == "/cases?in=trash&done=deleted.1"
    assert desk.list_names(**{"in": "trash"}) == []
    assert reader.open(f"/cases/{kept}").status_code == 200


def test_without_trash_deleting_is_for_good(settings, clock):
    app = create_app(replace(settings, trash_days=0), clock=clock)
    reader = Reader(app.test_client())
    case = reader.make_case(title="The old bridge")
    assert "Delete the case for good" in reader.open(f"/cases/{case}").text

    answer = reader.send(f"/cases/{case}/delete")

    assert "1 case deleted for good, with all texts." in reader.open(answer.location).text
    assert app.extensions["copytrail"].catalogue.finding.list_trashed() == ()
    app.extensions["copytrail"].services.database.close()


def test_archived_case_is_read_and_changed(reader, desk, services, case):
    reader.send(f"/cases/{case}/archive")

    assert "This case is in the archive." in reader.open(f"/cases/{case}").text
    assert reader.open(f"/cases/{case}/articles/1").status_code == 200
    reader.send(f"/cases/{case}/rename", {"title": "The new bridge"})
    assert desk.list_names(**{"in": "archive"}) == ["The new bridge"]
    reader.send(f"/cases/{case}/unarchive")
    assert desk.list_names() == ["The new bridge"]


def test_example_in_the_trash_is_opened_again(reader, desk):
    case = reader.send("/example").location
    reader.send(f"{case}/delete")

    again = reader.send("/example", follow=True)

    assert again.status_code == 200
    assert len(desk.list_names()) == 1


def test_form_sent_again_leads_to_the_trash(reader):
    key = reader.find_field(reader.open("/").text, "key")
    case = reader.make_case(key=key)
    reader.send(f"/cases/{case}/delete")

    answer = reader.compare(key=key)

    assert answer.status_code == 404
    assert "This case is in the trash" in answer.text


def test_times_of_the_trash_can_be_set():
    assert read_settings({}).trash_days == 30
    assert read_settings({"COPYTRAIL_TRASH_DAYS": "0"}).trash_days == 0
    for value in ("-1", "soon", "4000"):
        with pytest.raises(BadSetting, match="COPYTRAIL_TRASH_DAYS"):
            read_settings({"COPYTRAIL_TRASH_DAYS": value})
