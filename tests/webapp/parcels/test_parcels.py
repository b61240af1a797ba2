"""Zip files of large cases: asked for on a page, made by a worker, kept for a day, gone with what they hold."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from copytrail.export import FORMATS, ExportOptions
from tests.webapp.conftest import ARTICLE
from webapp.documents import Documents
from webapp.parcels import asking
from webapp.parcels.packing import Packer

OTHER = ARTICLE.replace("Bridge opens at last", "Crossing opens for lorries")
CHOSEN = "formats=text%2Cmd&without-names=yes"


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def case(reader, app, monkeypatch) -> str:
    """A case of two articles, which is large here, on a server that works in the background."""
    case = reader.make_case(ARTICLE, OTHER)
    monkeypatch.setattr(asking, "MOST_AT_ONCE", 1)
    app.extensions["copytrail"].queue.alarm.listeners.append(lambda: None)
    return case


@pytest.fixture
def packer(services):
    return Packer(services.database, services.clock, "one")


def ask(reader, case: str, **chosen: str) -> str:
    """Ask for a zip file; gives the page that follows."""
    values = {"formats": "text,md", "without-names": "yes", **chosen}
    return reader.open(reader.send(f"/cases/{case}/parcels", values).location).text


def find_file(page: str) -> str:
    return re.search(r'href="([^"]+/file)"', page)[1]


def test_large_case_leads_to_the_page_of_its_zip_files(reader, case):
    address = reader.open(f"/cases/{case}/export?format=zip&formats=text&formats=md&without-names=yes", follow=False)
    answer = reader.open(address.location, follow=False)

    page = reader.open(answer.location).text

    assert answer.location == f"/cases/{case}/parcels?{CHOSEN}"
    assert "2 articles: text, md; without names" in page
    assert '<input type="hidden" name="formats" value="text,md">' in page
    assert "Download" not in page


def test_file_is_what_the_command_gives(reader, case, packer, services):
    asked = ask(reader, case)
    assert "It is begun in a moment." in asked
    packer.work_off()

    answer = reader.open(find_file(reader.open(f"/cases/{case}/parcels").text))

    records = services.open_comparisons(case)
    options = ExportOptions(names=False, formats=("text", "md"))
    assert answer.data == FORMATS["zip"].render((record.noted for record in records), options)
    assert answer.content_type == "application/zip"
    assert answer.content_length == len(answer.data)


def test_page_says_how_far_it_is(reader, case, packer, services):
    ask(reader, case)
    parcel = packer.claim()
    next(packer._walk(parcel))
    with services.database.writing() as connection:
        connection.execute(text("UPDATE parcels SET done = 1"))

    page = reader.open(f"/cases/{case}/parcels").text

    assert "1 of 2 articles done." in page
    assert 'max="100" value="50"' in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_same_file_is_not_begun_twice(reader, case, packer):
    ask(reader, case)
    ask(reader, case)

    assert packer.work_off() == 1


def test_few_files_of_a_case_are_kept(reader, case, packer, clock):
    for number in range(asking.MOST_KEPT + 2):
        ask(reader, case, **{"short-quotes": str(10 + number)})
        packer.work_off()
        clock.move_on(minutes=1)

    page = reader.open(f"/cases/{case}/parcels").text

    assert page.count("Download") == asking.MOST_KEPT
    assert "short quotes of 10 words" not in page


def test_cancelled_file_is_made_no_further(reader, case, packer):
    page = ask(reader, case)
    parcel = packer.claim()
    reader.send(re.search(r'action="(/cases/[^"]+/delete)"', page)[1])

    packer.do(parcel)

    assert not packer.renew(parcel)
    assert "Download" not in reader.open(f"/cases/{case}/parcels").text


def test_file_of_a_dead_worker_is_made_by_another(reader, case, packer, services, clock):
    ask(reader, case)
    packer.claim()
    other = Packer(services.database, services.clock, "two")
    assert other.claim() is None

    clock.move_on(seconds=20)
    other.work_off()

    assert "Download" in reader.open(f"/cases/{case}/parcels").text


def test_file_that_kills_its_workers_is_given_up(reader, case, packer):
    ask(reader, case)
    for _ in range(2):
        packer.claim()
        packer.release(died=True)

    packer.work_off()

    assert "It could not be made." in reader.open(f"/cases/{case}/parcels").text


def test_file_is_gone_after_a_day(reader, case, packer, app, clock):
    ask(reader, case)
    packer.work_off()
    file = find_file(reader.open(f"/cases/{case}/parcels").text)

    clock.move_on(days=1, minutes=1)

    assert reader.open(file).status_code == 404
    assert app.extensions["copytrail"].parcels.drop_old() == 1
    assert count_parts(app) == 0


def count_parts(app) -> int:
    with app.extensions["copytrail"].services.database.reading() as connection:
        return connection.execute(text("SELECT COUNT(*) FROM parcel_parts")).scalar()


@pytest.mark.parametrize("deed", ["case", "article", "note"])
def test_what_is_deleted_lies_in_no_file(reader, case, packer, app, deed):
    article = f"/cases/{case}/articles/1"
    reader.send(f"{article}/notes", {"on": "whole", "text": "Half of what?"})
    record = app.extensions["copytrail"].services.open_comparison(case, 1)
    ask(reader, case)
    packer.work_off()
    assert count_parts(app) > 0

    if deed == "case":
        reader.delete_for_good(case)
    elif deed == "article":
        app.extensions["copytrail"].documents.delete(case, record.article.id)
    else:
        reader.send(f"{article}/notes/{record.review.notes[0].id}/change", {"act": "delete", "version": "1"})

    assert count_parts(app) == 0


def test_article_deleted_meanwhile_is_in_no_file(reader, case, packer, services):
    ask(reader, case)
    parcel = packer.claim()
    walk = packer._walk(parcel)
    next(walk)

    Documents(services).delete(case, services.open_case(case).articles[1].id)
    packer.do(parcel)

    assert "Download" not in reader.open(f"/cases/{case}/parcels").text


def test_changed_case_is_told_beside_its_file(reader, case, packer, clock):
    ask(reader, case)
    packer.work_off()
    assert "The case has changed since." not in reader.open(f"/cases/{case}/parcels").text

    clock.move_on(minutes=1)
    reader.send(f"/cases/{case}/articles/1/notes", {"on": "whole", "text": "Half of what?"})

    assert "The case has changed since." in reader.open(f"/cases/{case}/parcels").text


def test_file_of_another_case_is_not_found(reader, case, packer):
    ask(reader, case)
    packer.work_off()
    file = find_file(reader.open(f"/cases/{case}/parcels").text)
    other = reader.make_case()

    assert reader.open(file.replace(case, other)).status_code == 404


def test_choices_that_cannot_be_are_refused(reader, case):
    answer = reader.send(f"/cases/{case}/parcels", {"formats": "odt"})

    assert answer.status_code == 422
    assert "not odt." in answer.text


def test_small_case_is_answered_at_once(reader, case, monkeypatch):
    monkeypatch.setattr(asking, "MOST_AT_ONCE", 2)

    answer = reader.open(f"/cases/{case}/export/zip?formats=text", follow=False)

    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
