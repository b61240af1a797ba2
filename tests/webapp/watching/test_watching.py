"""What whoever watches the server is told, and who is told it."""

from __future__ import annotations

import gzip
import http.client
import shutil
import threading
from collections import namedtuple
from dataclasses import replace

import pytest
from sqlalchemy import text

from webapp import create_app
from webapp.serving import open_server

SECRET = "xylophonist"
Usage = namedtuple("Usage", "total used free")


def test_ready_server_says_so(reader):
    assert reader.open("/healthz").text == "ready\n"


def test_missing_tables_are_not_ready(reader, services):
    with services.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    answer = reader.open("/healthz")

    assert (answer.status_code, answer.text) == (503, "tables\n")


def test_full_disk_is_not_ready(reader, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10, 10, 0))

    answer = reader.open("/healthz")

    assert (answer.status_code, answer.text) == (503, "disk\n")


def test_stranger_learns_no_details(app, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10, 10, 0))

    answer = app.test_client().get("/healthz", environ_overrides={"REMOTE_ADDR": "10.0.0.9"})

    assert (answer.status_code, answer.text) == (503, "not ready\n")


def test_measures_count_without_content(reader):
    case = reader.make_case(f"The {SECRET} stood on the bridge.", title=SECRET)
    reader.open(f"/cases/{case}")

    shown = reader.open("/metrics").text

    assert 'copytrail_requests_total{endpoint="cases.show_case",method="GET",status="200"} 1' in shown
    assert 'copytrail_request_seconds_bucket{endpoint="cases.show_case",le="+Inf"} 1' in shown
    assert "copytrail_cases 1\n" in shown
    assert SECRET not in shown
    assert case not in shown


@pytest.mark.parametrize(
    "asking",
    [
        {"environ_overrides": {"REMOTE_ADDR": "10.0.0.9"}},
        {"headers": {"X-Forwarded-For": "10.0.0.9"}},
    ],
)
def test_strangers_get_no_measures(app, asking):
    assert app.test_client().get("/metrics", **asking).status_code == 404


def test_server_hides_measures_from_a_proxys_readers(app):
    server = open_server(app, host="127.0.0.1", ports=[0])
    thread = threading.Thread(target=server.run)
    thread.start()
    asking = http.client.HTTPConnection("127.0.0.1", int(server.address.rpartition(":")[2]), timeout=10)
    try:
        answers = []
        for headers in ({}, {"X-Forwarded-For": "10.0.0.9"}):
            asking.request("GET", "/metrics", headers=headers)
            answer = asking.getresponse()
            answers.append((answer.status, bool(answer.read())))
    finally:
        asking.close()
        server.stop()
        thread.join(10)

    assert answers == [(200, True), (404, True)]


def test_setting_shows_measures_to_others(settings):
    app = create_app(replace(settings, metrics=True))

    answer = app.test_client().get("/metrics", environ_overrides={"REMOTE_ADDR": "10.0.0.9"})

    assert answer.status_code == 200
    app.extensions["copytrail"].services.database.close()


def test_page_is_packed_where_asked_for(app):
    client = app.test_client()

    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert b"</html>" in gzip.decompress(packed.data)
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2


def test_other_site_gets_plain_pages(app):
    headers = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "cross-site"}

    assert "Content-Encoding" not in app.test_client().get("/", headers=headers).headers


def test_files_are_packed_too(app):
    answer = app.test_client().get("/static/css/base.css", headers={"Accept-Encoding": "gzip"}, buffered=True)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert b"{" in gzip.decompress(answer.data)


def test_backup_is_sent_as_it_is(app):
    answer = app.test_client().get("/backup/copytrail.zip", headers={"Accept-Encoding": "gzip"}, buffered=True)

    assert "Content-Encoding" not in answer.headers
    assert answer.data.startswith(b"PK")
