"""Texts compared for a program: the command line's bytes, and nothing kept."""

from __future__ import annotations

from dataclasses import fields

import pytest

from copytrail.cli import main
from copytrail.export import FORMATS, ExportOptions
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.api import comparing
from webapp.api.exporting import CHOICES

PAGE = f"<html><head><title>Page</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
MARKDOWN = f"# Bridge opens\n\n{ARTICLE}"
PAIR = {"original": {"text": RELEASE, "title": "r.txt"}, "derivative": {"text": ARTICLE, "title": "a.txt"}}


def run_command_line(folder, files: dict[str, str], *options: str) -> bytes:
    """What `copytrail compare` writes for these files."""
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    names = [str(folder / name) for name in files]
    code = main(["compare", *names, *options, "-o", str(folder / "out")])
    assert code == 0
    return (folder / "out").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_answer_is_that_of_the_command_line(program, tmp_path, name):
    files = {"r.txt": RELEASE, "a.txt": ARTICLE}

    answer = program.post(f"/compare?format={name}&date=2026-11-22", PAIR)

    assert answer.status_code == 200
    assert answer.content_type == FORMATS[name].media_type
    assert answer.data == run_command_line(tmp_path, files, "--format", name, "--date", "2026-11-22")


def test_pages_and_markdown_give_the_same(program, tmp_path):
    files = {"r.md": MARKDOWN, "p.html": PAGE, "a.txt": ARTICLE, "x.txt": RELEASE}
    derivatives = [{"html": PAGE}, {"text": ARTICLE, "title": "a.txt"}]
    asked = {
        "original": {"markdown": MARKDOWN, "title": "r.md"},
        "derivatives": derivatives,
        "references": [{"text": RELEASE, "title": "x.txt"}],
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    names = [str(tmp_path / name) for name in ("r.md", "p.html", "a.txt")]
    reference = ["--reference", str(tmp_path / "x.txt")]

    answer = program.post("/compare", asked)

    output = ["--format", "json", "-o", str(tmp_path / "out")]
    assert main(["compare", *names, *reference, *output]) == 0
    assert answer.data == (tmp_path / "out").read_bytes()
    assert len(answer.json) == 2


def test_choices_are_those_of_the_command_line(program, tmp_path):
    files = {"r.txt": RELEASE, "a.txt": ARTICLE}
    options = ("--format", "html", "--findings-only", "--colours", "print", "--paper", "letter")

    answer = program.post("/compare?format=html&findings-only=yes&colours=print&paper=letter", PAIR)

    assert answer.data == run_command_line(tmp_path, files, *options)


def test_plain_strings_are_texts(program):
    answer = program.post("/compare", {"original": RELEASE, "derivative": ARTICLE})

    assert answer.json["schema"] == "copytrail.comparison/1"
    assert "copied" in [match["label"] for match in answer.json["matches"]]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/*;q=0.5, application/pdf", "application/pdf"),
        ("application/vnd.none, */*;q=0.1", "application/json"),
        ("", "application/json"),
    ],
)
def test_format_is_negotiated(program, accept, media):
    answer = program.post("/compare", PAIR, headers={"Accept": accept})

    assert answer.content_type == media
    assert "Accept" in answer.headers["Vary"]


def test_unknown_content_type_is_refused(program):
    answer = program.post("/compare", PAIR, headers={"Accept": "image/gif"})

    assert (answer.status_code, answer.content_type) == (406, "application/problem+json")


def test_nothing_is_stored(program, app, settings):
    canary = "Zephyrine quillworks"
    body = {"original": f"{RELEASE} {canary}", "derivative": {"html": f"<p>{ARTICLE} {canary}</p>", "title": canary}}
    database = app.extensions["copytrail"].services.database
    before = dump(database)

    assert program.post("/compare?format=html", body).status_code == 200

    assert dump(database) == before
    kept = [path for path in settings.data_folder.rglob("*") if path.is_file() and canary.encode() in path.read_bytes()]
    assert kept == []


def dump(database) -> list[str]:
    """Every row of every table."""
    with database.engine.connect() as connection:
        return list(connection.connection.driver_connection.iterdump())


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"derivative": ARTICLE}, "/original"),
        ({"original": RELEASE}, "/derivative"),
        ({"original": RELEASE, "derivative": ARTICLE, "derivatives": [ARTICLE]}, "/derivative"),
        ({"original": RELEASE, "derivative": {"path": "/etc/passwd"}}, "/derivative/path"),
        ({"original": RELEASE, "derivative": {"text": "a", "html": "b"}}, "/derivative"),
        ({"original": RELEASE, "derivative": {"text": 5}}, "/derivative/text"),
        ({"original": RELEASE, "derivative": "   "}, "/derivative"),
        ({"original": RELEASE, "derivatives": [ARTICLE, ""]}, "/derivatives/1"),
        ({"original": {"text": "x" * 20_001}, "derivative": ARTICLE}, "/original/text"),
        ({"original": RELEASE, "derivatives": [ARTICLE] * 21}, "/derivatives"),
        ({"original": RELEASE, "derivative": {"text": ARTICLE, "title": "t" * 1001}}, "/derivative/title"),
        ({"original": RELEASE, "derivative": ARTICLE, "a/b~c": 1}, "/a~1b~0c"),
        ([], ""),
    ],
)
def test_mistakes_are_told_with_their_place(program, body, pointer):
    answer = program.post("/compare", body)

    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
    assert pointer in [error["pointer"] for error in answer.json["errors"]]


@pytest.mark.parametrize(
    "query", ["format=doc", "findings_only=yes", "short-quotes=4", "paper=a5", "date=tomorrow", "layout=", "x=1"]
)
def test_unknown_choices_are_refused(program, query):
    answer = program.post(f"/compare?{query}", PAIR)

    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == query.partition("=")[0]


def test_format_refuses_what_it_cannot_do(program):
    answer = program.post("/compare?format=json&paper=letter", PAIR)

    assert answer.status_code == 422
    assert "json" in answer.json["detail"]


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"original": NaN}', b"[" * 100_000, b""])
def test_what_is_no_json_is_refused(program, body):
    answer = program.ask("POST", "/compare", data=body, content_type="application/json")

    assert (answer.status_code, answer.json["title"]) == (400, "Bad Request")


def test_other_bodies_are_refused(program):
    answer = program.ask("POST", "/compare", data=b"{}", content_type="text/plain")

    assert answer.status_code == 415


def test_long_texts_are_sent_elsewhere(program, monkeypatch):
    monkeypatch.setattr(comparing, "MOST_WORDS", 50)

    answer = program.post("/compare", PAIR)

    assert answer.status_code == 413
    assert "make a case" in answer.json["detail"]


def test_large_bodies_are_refused_unread(program):
    body = b'{"original": "' + b"x" * 2_000_000 + b'"}'

    answer = program.ask("POST", "/compare", data=body, content_type="application/json")

    assert (answer.status_code, answer.content_type) == (413, "application/problem+json")


def test_waiting_places_are_few(program, app):
    places = app.extensions["copytrail"].comparing.places
    taken = [places.acquire(blocking=False) for _ in range(comparing.AT_ONCE)]

    busy = program.post("/compare", PAIR)
    places.release(len(taken))

    assert (busy.status_code, busy.headers["Retry-After"]) == (429, "2")
    assert "being compared" in busy.json["detail"]
    assert program.post("/compare", PAIR).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_pages_of_other_sites_are_refused(program, headers):
    answer = program.post("/compare", PAIR, headers=headers)

    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_strange_host_is_refused(program):
    answer = program.post("/compare", PAIR, headers={"Host": "rebound.example"})

    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_every_choice_of_an_export_can_be_asked_for():
    said = {"notes": "without-notes", "names": "without-names", "made": "date"}
    options = {said.get(each.name, each.name.replace("_", "-")) for each in fields(ExportOptions)}

    assert {parameter.name for parameter in CHOICES} == options
