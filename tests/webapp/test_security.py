"""What every answer carries and every request must show."""

from __future__ import annotations

import logging
import stat

import pytest

from tests.webapp.conftest import RELEASE, Reader
from webapp import create_app
from webapp.ids import make_id
from webapp.security import CONTENT_POLICY, load_secret

WRITES = [
    "/cases",
    "/example",
    "/drafts",
    "/drafts/x/discard",
    "/cases/x/rename",
    "/cases/several",
    "/cases/trash/empty",
    "/cases/x/archive",
    "/cases/x/copy",
    "/cases/x/delete",
    "/cases/x/delete-for-good",
    "/cases/x/order",
    "/cases/x/restore",
    "/cases/x/tags",
    "/cases/x/unarchive",
    "/tags/rename",
    "/tags/remove",
    "/cases/x/articles",
    "/cases/x/documents/y/describe",
    "/cases/x/documents/y/delete",
    "/cases/x/articles/1/paragraphs",
    "/cases/x/shares",
    "/cases/x/shares/y/revoke",
    "/cases/x/shares/y/extend",
]


def test_every_answer_carries_its_guards(reader):
    case = reader.make_case()

    for address in ("/", f"/cases/{case}", "/nothing", "/health", "/static/css/base.css"):
        headers = reader.open(address).headers
        assert headers["Content-Security-Policy"] == CONTENT_POLICY
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_policy_allows_ourselves_only():
    assert CONTENT_POLICY.startswith("default-src 'none'")
    assert "unsafe" not in CONTENT_POLICY
    assert "http" not in CONTENT_POLICY
    assert "frame-ancestors 'none'" in CONTENT_POLICY


def test_pages_are_kept_by_no_cache(reader):
    assert reader.open("/").headers["Cache-Control"] == "no-store"
    assert reader.open("/nothing").headers["Cache-Control"] == "no-store"


def test_static_files_are_named_by_their_content(reader):
    address = reader.open("/").text.split('href="/static/css/base.css')[1].split('"')[0]

    versioned = reader.open(f"/static/css/base.css{address}")

    assert address.startswith("?v=")
    assert versioned.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reader.open("/static/css/base.css").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", WRITES)
def test_write_without_token_is_refused(app, address):
    answer = app.test_client().post(address, data={"original-text": RELEASE})

    assert answer.status_code == 400
    assert "The form was not accepted" in answer.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_write_from_another_site_is_refused(reader, services, site):
    token = reader.find_field(reader.open("/").text, "csrf_token")

    answer = reader.client.post("/example", data={"csrf_token": token}, headers={"Sec-Fetch-Site": site})

    assert answer.status_code == 400
    assert services.list_cases() == ()


def test_token_of_another_reader_is_refused(app, reader):
    stranger = Reader(app.test_client())
    stranger.open("/")
    token = reader.find_field(reader.open("/").text, "csrf_token")

    assert stranger.client.post("/example", data={"csrf_token": token}).status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "127.0.0.1@evil", "[::2]"])
def test_strange_host_is_refused(app, host):
    answer = app.test_client().get("/", headers={"Host": host})

    assert answer.status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:80", "[::1]", "[::1]:8000", "LOCALHOST"])
def test_own_hosts_are_served(app, host):
    assert app.test_client().get("/", headers={"Host": host}).status_code == 200


def test_cookie_is_for_this_site_only(reader):
    cookie = reader.open("/").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_secret_is_made_once_for_its_owner(tmp_path):
    first, second = load_secret(tmp_path), load_secret(tmp_path)

    assert first == second
    assert len(first) >= 40
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_forms_stay_good_over_a_restart(settings, clock, reader):
    token = reader.find_field(reader.open("/").text, "csrf_token")
    cookie = reader.client.get_cookie("copytrail")

    again = create_app(settings, clock=clock)
    client = again.test_client()
    client.set_cookie("copytrail", cookie.value)

    assert client.post("/example", data={"csrf_token": token}).status_code == 303
    again.extensions["copytrail"].services.database.close()


def test_ids_are_random_and_long():
    assert len({make_id() for _ in range(1000)}) == 1000
    assert len(make_id()) == 27


def test_log_holds_no_words_of_a_text(reader, caplog):
    with caplog.at_level(logging.DEBUG):
        case = reader.make_case(title="Confidential title", original_url="https://secret.example/x")
        reader.open(f"/cases/{case}/articles/1")

    assert caplog.records
    for words in ("minister", "Confidential", "secret.example"):
        assert words not in caplog.text


def test_sign_of_life_answers(reader):
    assert reader.open("/health").text == "ok\n"
