"""Cases and their documents, made, read, changed and deleted by a program."""

from __future__ import annotations

from base64 import b64encode

import pytest

from copytrail.export import FORMATS
from tests.webapp.api.conftest import Program
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.api.access import Scope
from webapp.catalogue import finding
from webapp.faults import StoreFull
from webapp.jobs import queue

CASE = {"title": "The bridge", "original": {"text": RELEASE, "title": "Release"}, "articles": [ARTICLE]}
PAGE = f"<html><head><title>Page</title></head><body><article><p>{ARTICLE}</p></article></body></html>"


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def program(app, desk) -> Program:
    return Program(app.test_client(), desk.tokens.make(None, "Tests", scope=Scope.MANAGE, days=7))


@pytest.fixture
def case(program) -> dict:
    return program.post("/cases", CASE).json


def test_case_is_made_and_compared(program, reader):
    made = program.post("/cases", CASE)

    address = made.headers["Location"]
    assert made.status_code == 201
    assert program.get(address.removeprefix("/api/v1")).json == made.json
    assert made.json["original"]["title"] == "Release"
    assert "The bridge" in reader.open(f"/cases/{made.json['id']}").text
    assert program.get(f"/cases/{made.json['id']}/articles/1/comparison").json["derivative"]["text"] == ARTICLE


def test_texts_come_in_every_form(program):
    sent = {
        "original": {"markdown": f"# Bridge\n\n{RELEASE}"},
        "articles": [
            {"html": PAGE, "publisher": "The Post"},
            {"file": b64encode(ARTICLE.encode()).decode(), "name": "a.txt", "language": "en"},
        ],
        "references": [{"text": RELEASE, "title": "Earlier"}],
    }

    made = program.post("/cases", sent)

    case = made.json
    assert made.status_code == 201, made.text
    assert (case["articles"][0]["title"], case["articles"][0]["publisher"]) == ("Page", "The Post")
    assert case["articles"][1]["language"] == "en"
    assert case["references"][0]["title"] == "Earlier"
    assert [case["original"]["format"], case["articles"][0]["format"]] == ["markdown", "html"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"original": {"text": ""}}, "/original"),
        ({"articles": []}, "/articles"),
        ({"articles": [{"file": "no base 64!", "name": "a.txt"}]}, "/articles/0/file"),
        ({"articles": [ARTICLE, {"text": ARTICLE, "url": "ftp://x"}]}, "/articles/1"),
        ({"references": [{"text": "x" * 20_001}]}, "/references/0"),
        ({"articles": [{"text": "a", "address": "https://x.example"}]}, "/articles/0"),
        ({"articles": [{"html": PAGE}, {"file": b64encode(b"\x00\x01").decode(), "name": "a.pdf"}]}, "/articles/1"),
        ({"title": "t" * 1001}, "/title"),
    ],
)
def test_nothing_is_kept_of_a_refused_case(program, desk, change, pointer):
    refused = program.post("/cases", {**CASE, **change})

    assert refused.status_code == 422
    assert pointer in [error["pointer"] for error in refused.json["errors"]]
    with desk.services.database.reading() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in ("cases", "attachments")
        ]
    assert counts == [0, 0]


def test_cases_are_found_on_pages(program):
    for number in range(3):
        program.post("/cases", {**CASE, "title": f"Case {number}"})

    found = program.get("/cases?q=engineers&sort=name")

    assert [case["name"] for case in found.json["cases"]] == ["Case 0", "Case 1", "Case 2"]
    assert (found.json["total"], found.json["page"], found.json["pages"]) == (3, 1, 1)
    assert found.headers["Link"] == (
        '</api/v1/cases?q=engineers&sort=name&page=1>; rel="first", '
        '</api/v1/cases?q=engineers&sort=name&page=1>; rel="last"'
    )
    assert program.get("/cases?q=unicorn").json["cases"] == []


def test_pages_are_linked(program, monkeypatch):
    monkeypatch.setattr(finding, "PAGE", 1)
    for number in range(3):
        program.post("/cases", {**CASE, "title": f"Case {number}"})

    links = program.get("/cases?page=2&sort=name").headers["Link"]

    assert [part.split('rel="')[1].rstrip('"') for part in links.split(", ")] == ["first", "prev", "next", "last"]
    assert "page=3" in links


def test_title_tags_and_place_are_changed(program, case):
    address = f"/cases/{case['id']}"

    changed = program.ask(
        "PATCH", address, json={"title": "Other", "tags": ["Iraq", "iraq", "Bridge"], "archived": True}
    )

    assert (changed.json["title"], changed.json["archived"]) == ("Other", True)
    assert sorted(changed.json["tags"]) == ["Bridge", "Iraq"]
    assert program.get("/cases?in=archive").json["total"] == 1
    assert program.ask("PATCH", address, json={"archived": False}).json["title"] == "Other"


@pytest.mark.parametrize(
    ("wrong", "pointer"), [({"tags": ["Bridge", "t" * 61]}, "/tags"), ({"order": ["other"]}, "/order")]
)
def test_one_wrong_field_changes_nothing(program, case, wrong, pointer):
    address = f"/cases/{case['id']}"
    before = program.get(address).json

    refused = program.ask("PATCH", address, json={"title": "Other", "tags": ["Bridge"], "archived": True, **wrong})

    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, pointer)
    assert program.get(address).json == before


def test_fault_half_way_changes_nothing(program, case, monkeypatch):
    from webapp.store import trash

    address = f"/cases/{case['id']}"
    before = program.get(address).json
    with monkeypatch.context() as patch:
        patch.setattr(trash, "set_archived", full_disk)
        refused = program.ask("PATCH", address, json={"title": "Other", "tags": ["Bridge"], "archived": True})

    assert (refused.status_code, refused.content_type) == (503, "application/problem+json")
    assert program.get(address).json == before


def full_disk(*_arguments):
    raise StoreFull


def test_articles_are_put_in_order(program, case):
    address = f"/cases/{case['id']}"
    three = program.post(f"{address}/documents", {"articles": [ARTICLE, RELEASE]}).json
    order = [article["id"] for article in reversed(three["articles"])]

    changed = program.ask("PATCH", address, json={"order": order}).json

    assert [article["id"] for article in changed["articles"]] == order
    assert program.get(f"{address}/articles/1/comparison").json["derivative"]["text"].strip() == RELEASE.strip()


def test_what_has_changed_is_not_overwritten(program, case, clock):
    address = f"/cases/{case['id']}"
    seen = program.get(address, headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    clock.move_on(minutes=1)
    first = program.ask("PATCH", address, json={"title": "First"}, headers={"If-Match": seen})
    second = program.ask("PATCH", address, json={"title": "Second"}, headers={"If-Match": seen})

    assert (first.status_code, second.status_code) == (200, 412)
    assert program.get(address).json["title"] == "First"


@pytest.mark.parametrize("packing", ["identity", "gzip"])
def test_what_was_seen_is_not_sent_again(program, case, packing):
    headers = {"Accept-Encoding": packing}
    for address in (f"/cases/{case['id']}", f"/cases/{case['id']}/articles/1/comparison", "/cases"):
        answer = program.get(address, headers=headers)
        again = program.get(address, headers={**headers, "If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_case_goes_by_the_trash(program, case):
    address = f"/cases/{case['id']}"

    early = program.ask("DELETE", address).status_code
    thrown = program.post(f"{address}/trash").status_code
    hidden = program.get(address)
    restored = program.post(f"{address}/restore").json["id"]
    program.post(f"{address}/trash")
    deleted = program.ask("DELETE", address).status_code

    assert (early, thrown, restored, deleted) == (409, 204, case["id"], 204)
    assert (hidden.status_code, hidden.content_type) == (404, "application/problem+json")
    assert program.post(f"{address}/restore").status_code == 404


def test_document_is_read_described_and_cleaned(program, case):
    article = case["articles"][0]["id"]
    address = f"/cases/{case['id']}/documents/{article}"
    text = program.get(address).json

    described = program.ask("PATCH", address, json={"title": "Named", "language": "en"}).json
    aside = program.ask("PATCH", f"{address}/paragraphs", json={"numbers": [3], "furniture": True}).json
    spoken = program.ask("PATCH", f"{address}/paragraphs", json={"numbers": [2], "speaker": "Ada"}).json

    assert text["paragraphs"][1]["text"].startswith("The minister opened")
    assert (described["document"]["title"], described["document"]["language"]) == ("Named", "en")
    assert [each["by_hand"] for each in aside["paragraphs"]] == [False, False, True]
    assert aside["paragraphs"][2]["kind"] == "furniture"
    assert spoken["paragraphs"][1]["speaker"] == "Ada"
    kinds = program.get(f"/cases/{case['id']}/articles/1/comparison").json["derivative"]["paragraphs"]
    assert kinds[2]["kind"] == "furniture"


@pytest.mark.parametrize("change", [{"url": "ftp://x"}, {"title": 5}, {"name": "x"}])
def test_wrong_description_changes_nothing(program, case, change):
    address = f"/cases/{case['id']}/documents/{case['articles'][0]['id']}"
    before = program.get(address).json

    assert program.ask("PATCH", address, json=change).status_code == 422
    assert program.get(address).json == before


def test_documents_are_added_and_deleted(program, case):
    added = program.post(f"/cases/{case['id']}/documents", {"articles": [ARTICLE], "references": [RELEASE]})
    second = added.json["articles"][1]["id"]

    gone = program.ask("DELETE", f"/cases/{case['id']}/documents/{second}").status_code
    original = program.ask("DELETE", f"/cases/{case['id']}/documents/{case['original']['id']}").status_code

    assert added.status_code == 201
    assert len(added.json["references"]) == 1
    assert (gone, original) == (204, 404)
    assert len(program.get(f"/cases/{case['id']}").json["articles"]) == 1
    assert program.post(f"/cases/{case['id']}/documents", {}).status_code == 422


def test_key_makes_one_case_of_two_requests(program):
    once, again, other = (
        program.post("/cases", body, headers={"Idempotency-Key": "nightly-1"})
        for body in (CASE, CASE, {**CASE, "title": "Other"})
    )

    assert (once.status_code, again.status_code, other.status_code) == (201, 303, 422)
    assert again.headers["Location"] == once.headers["Location"]
    assert program.get("/cases").json["total"] == 1


def test_key_of_a_refused_request_is_free(program):
    headers = {"Idempotency-Key": "nightly-2"}

    refused = program.post("/cases", {**CASE, "articles": [""]}, headers=headers)

    assert refused.status_code == 422
    assert program.post("/cases", CASE, headers=headers).status_code == 201


def test_key_is_forgotten_after_a_day(program, clock):
    headers = {"Idempotency-Key": "nightly-3"}
    program.post("/cases", CASE, headers=headers)
    clock.move_on(hours=25)

    assert program.post("/cases", CASE, headers=headers).status_code == 201


def test_request_under_way_is_not_begun_again(program, desk, clock):
    from webapp.views.api import writing

    def ask_inside():
        return program.post("/cases", CASE, headers={"Idempotency-Key": "nightly-4"})

    inner = []
    original = desk.services.__class__.create_case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            desk.services.__class__,
            "create_case",
            lambda *args, **kinds: (inner.append(ask_inside()), original(*args, **kinds))[1],
        )
        outer = ask_inside()

    assert (outer.status_code, [each.status_code for each in inner]) == (201, [409])
    assert inner[0].json["detail"] == writing.UNDER_WAY


@pytest.mark.parametrize("name", FORMATS)
def test_files_are_those_of_the_page(program, reader, case, name):
    page = reader.open(f"/cases/{case['id']}/articles/1/export/{name}?without-names=yes")

    answer = program.get(f"/cases/{case['id']}/articles/1/comparison?format={name}&without-names=yes")

    assert answer.data == page.data
    assert answer.headers["Content-Disposition"] == page.headers["Content-Disposition"]


def test_case_is_one_file(program, reader, case):
    program.post(f"/cases/{case['id']}/documents", {"articles": [ARTICLE]})

    answer = program.get(f"/cases/{case['id']}/comparisons", headers={"Accept": "text/html"})

    assert answer.data == reader.open(f"/cases/{case['id']}/export/html").data
    assert len(program.get(f"/cases/{case['id']}/comparisons").json) == 2


def test_parts_of_the_comparison_are_given(program, case):
    address = f"/cases/{case['id']}/articles/1/comparison"

    part = program.get(f"{address}?fields=summary,findings").json

    assert set(part) == {"schema", "summary", "findings"}
    assert program.get(f"{address}?fields=nonsense").status_code == 422
    assert program.get(f"{address}?fields=summary&format=csv").status_code == 422


@pytest.mark.parametrize("address", ["/cases/none", "/cases/none/articles/1/comparison", "/cases/none/documents/x"])
def test_unknown_cases_are_not_there(program, address):
    answer = program.get(address)

    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


@pytest.mark.parametrize(("scope", "statuses"), [("", (401, 401)), ("read", (403, 403)), ("write", (200, 403))])
def test_scope_limits_what_is_done(app, desk, case, scope, statuses):
    token = desk.tokens.make(None, "Less", scope=Scope(scope), days=7) if scope else ""
    other = Program(app.test_client(), token)

    assert other.get(f"/cases/{case['id']}").status_code == 200
    assert other.ask("PATCH", f"/cases/{case['id']}", json={}).status_code == statuses[0]
    assert other.post(f"/cases/{case['id']}/trash").status_code == statuses[1]


def test_long_cases_are_compared_in_the_background(program, desk, monkeypatch):
    desk.queue.alarm.listeners.append(lambda: None)
    monkeypatch.setattr(queue, "PAGE_WORDS", 10)

    made = program.post("/cases", CASE)
    waiting = program.get(f"/cases/{made.json['id']}/articles/1/comparison")

    assert made.status_code == 201
    assert (waiting.status_code, waiting.headers["Retry-After"]) == (409, "5")
    assert desk.queue.find_job(made.json["id"]).is_open
