"""How the command reads files and addresses where they leave a choice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from copytrail.cli import ENGINE_VERBS, main, run_command
from copytrail.errors import UnreadableInput
from tests.intake.office import build_docx

WORDS = "The minister opened the new bridge over the river on Monday and thanked everybody who built it."
PAGE = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>{WORDS}</p></article></body></html>"
CHANGED = (
    '<w:p><w:r><w:t>The bridge cost </w:t></w:r><w:del w:id="1" w:author="E"><w:r><w:delText>twelve</w:delText></w:r>'
    '</w:del><w:ins w:id="2" w:author="E"><w:r><w:t>thirteen</w:t></w:r></w:ins>'
    "<w:r><w:t> million pounds.</w:t></w:r></w:p>"
)


@dataclass(frozen=True)
class Page:
    """What a fetcher gives."""

    content: bytes = PAGE.encode()
    content_type: str = "text/html"
    url: str = "https://news.example/bridge"
    fetched: datetime = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


def fetch(address):
    if "absent" in address:
        raise UnreadableInput("The page is not there.")
    return Page()


def run(*arguments):
    return run_command(ENGINE_VERBS, arguments, fetch=fetch)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "old.txt").write_bytes("Müller öffnete die Brücke.".encode("cp850"))
    (tmp_path / "story.docx").write_bytes(build_docx(CHANGED))
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "release.txt").write_text(WORDS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_encoding_is_chosen_by_name(folder, capsysbinary):
    assert run("read", "old.txt", "--encoding", "cp850") == 0

    assert capsysbinary.readouterr().out.decode() == "Müller öffnete die Brücke.\n"


@pytest.mark.parametrize("name", ["x-nonsense", "rot13", "hex"])
def test_unknown_encoding_is_bad_use(folder, capsys, name):
    with pytest.raises(SystemExit) as stopped:
        run("read", "old.txt", "--encoding", name)

    assert stopped.value.code == 2
    assert f"Python knows no encoding of the name '{name}'" in capsys.readouterr().err


@pytest.mark.parametrize(("changes", "said"), [("accepted", "thirteen"), ("original", "twelve")])
def test_tracked_changes_are_read_as_asked(folder, capsysbinary, changes, said):
    assert run("read", "story.docx", "--changes", changes) == 0

    assert f"The bridge cost {said} million pounds." in capsysbinary.readouterr().out.decode()


def test_notes_of_a_file_go_to_standard_error(folder, capsys):
    run("read", "story.docx")

    captured = capsys.readouterr()
    assert captured.err.startswith("copytrail: story.docx: ")
    assert captured.err.strip().endswith(".")
    assert "copytrail:" not in captured.out


def test_address_is_read_by_the_fetcher_given(capsysbinary):
    assert run("read", "https://news.example/b", "--format", "json") == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert (data["title"], data["url"]) == ("Bridge", "https://news.example/bridge")


def test_address_is_compared_with_a_file(folder, capsysbinary):
    assert run("compare", "release.txt", "https://news.example/b", "--format", "json") == 0

    assert json.loads(capsysbinary.readouterr().out)["matches"][0]["label"] == "copied"


def test_missing_page_is_one_sentence(capsys):
    assert run("read", "https://news.example/absent") == 2

    assert capsys.readouterr().err == "copytrail: https://news.example/absent: The page is not there.\n"


def test_page_is_compared_by_its_article(folder, capsysbinary):
    assert run("compare", "release.txt", "page.html", "--format", "json") == 0

    assert WORDS in json.loads(capsysbinary.readouterr().out)["derivative"]["text"]


def test_batch_reads_html_and_files(folder):
    pairs = [
        {"id": "a", "original": WORDS, "derivative": {"html": PAGE}},
        {"id": "b", "original": {"path": "release.txt"}, "derivative": {"path": "page.html"}},
        {"id": "c", "original": {"path": "story.docx"}, "derivative": "The bridge cost thirteen million pounds."},
    ]
    (folder / "pairs.jsonl").write_text("\n".join(map(json.dumps, pairs)) + "\n", encoding="utf-8")

    assert main(["batch", "pairs.jsonl", "-o", "results.jsonl"]) == 0

    results = [json.loads(line) for line in (folder / "results.jsonl").read_bytes().splitlines()]
    assert [result["matches"][0]["label"] for result in results] == ["copied"] * 3
    assert "<p>" not in results[0]["derivative"]["text"]
