"""`copytrail compare`."""

import io
import json
import sys

import pytest

from copytrail.cli import main

RELEASE = "The bridge was opened by the minister on Monday.\n\nIt cost eight million pounds."


@pytest.fixture
def texts(tmp_path, monkeypatch):
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "story.md").write_text("The bridge was opened by the minister on Monday.", encoding="utf-8")
    (tmp_path / "other.txt").write_text("A crowd of happy children sang two songs.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def give_input(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_text_goes_to_standard_output(texts, capsysbinary):
    assert main(["compare", "release.txt", "story.md"]) == 0

    out = capsysbinary.readouterr().out.decode()
    assert "[C R1: The bridge was opened" in out
    assert "\x1b" not in out


def test_one_derivative_gives_one_object(texts, capsysbinary):
    assert main(["compare", "release.txt", "story.md", "--format", "json"]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert data["original"]["title"] == "release.txt"
    assert data["derivative"]["id"] == "article-1"


def test_several_derivatives_give_a_list(texts, capsysbinary):
    assert main(["compare", "release.txt", "story.md", "other.txt", "--format", "json"]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert [entry["derivative"]["id"] for entry in data] == ["article-1", "article-2"]


def test_shared_addition_names_the_other_article(texts, capsysbinary):
    main(["compare", "release.txt", "story.md", "other.txt", "other.txt", "--format", "json"])

    data = json.loads(capsysbinary.readouterr().out)
    assert [[one["also_in"] for one in entry["additions"]] for entry in data] == [[], [["article-3"]], [["article-2"]]]


def test_ending_of_output_chooses_the_format(texts, capsysbinary):
    assert main(["compare", "release.txt", "story.md", "-o", "result.csv"]) == 0

    assert (texts / "result.csv").read_bytes().startswith(b"comparison,row,side")
    assert capsysbinary.readouterr().out == b""


def test_ending_of_no_format_is_refused(texts, capsys):
    assert main(["compare", "release.txt", "story.md", "-o", "result.odt"]) == 2

    known = ".txt, .json, .html, .csv, .docx, .xlsx, .md, .jsonld, .xml, .svg, .png, .pdf and .zip"
    assert f"Copytrail writes {known}, not .odt" in capsys.readouterr().err
    assert not (texts / "result.odt").exists()


def test_format_asked_for_goes_under_any_name(texts):
    assert main(["compare", "release.txt", "story.md", "-o", "result.docx", "--format", "json"]) == 0
    assert main(["compare", "release.txt", "story.md", "-o", "result"]) == 0

    assert json.loads((texts / "result.docx").read_bytes())["schema"]
    assert "Worth checking" in (texts / "result").read_text(encoding="utf-8")


def test_original_comes_from_standard_input(texts, monkeypatch, capsysbinary):
    give_input(monkeypatch, RELEASE)

    assert main(["compare", "-", "story.md"]) == 0

    assert b"[C R1:" in capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["release.txt", "absent.txt"], "absent.txt: The file cannot be opened (No such file or directory)."),
        (["release.txt", "scan.png"], "scan.png: This is a picture: copy or type its text and paste it."),
        (["https://example.org/release", "story.md"], "release: The engine alone opens no addresses: save the page"),
        (["-", "-"], "Only one text can come from standard input."),
        (["release.txt", "story.md", "-o", "story.md"], "the result would overwrite it"),
        (["release.txt", "empty.txt"], "empty.txt: There is no text to compare."),
        (["release.txt", "story.md", "-o", "nowhere/result.json"], "nowhere"),
    ],
)
def test_bad_use_is_one_sentence(texts, capsys, arguments, sentence):
    (texts / "empty.txt").write_text(" \n", encoding="utf-8")
    (texts / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))

    assert main(["compare", *arguments]) == 2

    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_unknown_format_is_bad_use(texts, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["compare", "release.txt", "story.md", "--format", "papyrus"])

    assert stopped.value.code == 2
    assert "text" in capsys.readouterr().err


def test_terminal_gets_colours(texts, monkeypatch, capsysbinary):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    main(["compare", "release.txt", "story.md"])

    assert b"\x1b[" in capsysbinary.readouterr().out


def test_no_color_is_honoured(texts, monkeypatch, capsysbinary):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    main(["compare", "release.txt", "story.md"])

    assert b"\x1b[" not in capsysbinary.readouterr().out
