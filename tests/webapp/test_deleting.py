"""Deleting deletes: no word stays in any file of the data folder."""

from __future__ import annotations

import base64
import tempfile
import threading

import pytest

from tests.webapp.conftest import Reader
from webapp.retention import keep_deleting

SECRET = "xylophonist brontosaurus zeitgeist"
TEXT = f"The {SECRET} stood on the bridge. " * 40


@pytest.fixture
def find_secret(settings):
    def find() -> list[str]:
        words = SECRET.encode()
        needles = (words, words[:12], base64.b64encode(words)[:24], "xylophonist".encode("utf-16-le"))
        files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
        return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]

    return find


def test_deleted_case_leaves_no_word(reader, find_secret):
    case = reader.make_case(TEXT, title=SECRET)
    assert find_secret()

    reader.delete_for_good(case)

    assert find_secret() == []


def test_deleted_article_leaves_no_word(reader, services, find_secret):
    case = reader.make_case("A harmless story.", TEXT)
    article = services.open_case(case).articles[1]

    reader.send(f"/cases/{case}/documents/{article.id}/delete")

    assert find_secret() == []
    assert len(services.open_case(case).articles) == 1


def test_name_of_a_link_goes_with_its_case(reader, find_secret):
    case = reader.make_case()
    fields = {"what": "case", "until": "7", "key": "k" * 27, "label": SECRET}
    assert reader.send(f"/cases/{case}/shares", fields).status_code == 303
    assert find_secret()

    reader.delete_for_good(case)

    assert find_secret() == []


def test_discarded_form_leaves_no_word(reader, find_secret):
    key = "k" * 27
    for length in (1000, 300):
        reader.send("/drafts", {"key": key, "writer": key, "original-text": TEXT[:length]}, fragment=True)

    reader.send(f"/drafts/{key}/discard")

    assert find_secret() == []


def test_emptied_form_leaves_no_word(reader, find_secret):
    key = "k" * 27
    reader.send("/drafts", {"key": key, "writer": key, "original-text": TEXT}, fragment=True)
    assert find_secret()

    reader.send("/drafts", {"key": key, "writer": key, "original-text": ""}, fragment=True)

    assert find_secret() == []


def test_restored_finding_leaves_no_word_of_its_reason(reader, services, app, find_secret):
    release = "The bridge over the river cost £5 million and was built in three years by forty engineers."
    article = reader.compare(release, release.replace("£5", "£6")).location
    record = services.open_comparison(article.split("/")[2], 1)
    finding = record.comparison.findings[0]
    app.extensions["copytrail"].reviewing.dismiss_finding(record, finding, f"The {SECRET} says so.")
    kept = services.open_comparison(record.case.id, 1).comparison.findings[0].dismissed
    assert find_secret()

    reader.send(article + "/findings/restore", {"claim": kept.key})

    assert find_secret() == []


def test_changed_title_leaves_no_word(reader, find_secret):
    case = reader.make_case(title=SECRET)

    reader.send(f"/cases/{case}/rename", {"title": "Bridge"})

    assert find_secret() == []


def test_used_case_leaves_no_temporary_file(reader, find_secret, tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    case = reader.make_case(TEXT, title=SECRET)
    taken = [f"articles/1/export/{name}" for name in ("pdf", "docx", "xlsx")] + ["backup"]

    answers = [reader.open(f"/cases/{case}/{address}").status_code for address in taken]
    reader.delete_for_good(case)

    assert answers == [200] * len(taken)
    assert find_secret() == []
    assert list(folder.rglob("*")) == []


def delete_chosen(reader, case):
    reader.send(f"/cases/{case}/delete")
    reader.send("/cases/several", {"act": "delete", "case": case})


def empty_trash(reader, case):
    reader.send(f"/cases/{case}/delete")
    reader.send("/cases/trash/empty")


def wait_for_trash(reader, case):
    reader.send(f"/cases/{case}/delete")
    reader.desk.services.clock.move_on(days=31)
    reader.open("/cases")


def wait_for_day(reader, case):
    reader.send(f"/cases/{case}/retention", {"delete_on": "2026-11-24"})
    reader.desk.services.clock.move_on(days=2)
    stop = threading.Event()
    stop.set()
    keep_deleting(reader.desk.deleting, stop)


@pytest.mark.parametrize(
    "delete",
    [Reader.delete_for_good, delete_chosen, empty_trash, wait_for_trash, wait_for_day],
    ids=lambda way: way.__name__,
)
def test_deleted_case_is_not_in_memory(app, reader, delete):
    reader.desk = app.extensions["copytrail"]
    case = reader.make_case(TEXT)
    reader.open(f"/cases/{case}/articles/1")
    held = (reader.desk.shelf, reader.desk.services.corrected)
    assert all(held)

    delete(reader, case)

    assert not any(held)
    assert reader.open(f"/cases/{case}/articles/1").status_code == 404
