"""`copytrail compare --reference`."""

import json

import pytest

from copytrail.cli import main
from tests.engine.references_texts import EARLIER, FUNDS, GRANT, OPENING, PROTEST


@pytest.fixture
def texts(tmp_path, monkeypatch):
    for name, paragraphs in (
        ("release", (OPENING, FUNDS)),
        ("earlier", (EARLIER, GRANT)),
        ("report", (PROTEST,)),
        ("story", (OPENING, EARLIER, PROTEST)),
    ):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compare(*arguments):
    return main(["compare", "release.txt", "story.txt", *arguments])


def test_references_are_numbered_as_given(texts, capsysbinary):
    assert compare("--reference", "earlier.txt", "--reference", "report.txt", "--format", "json") == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert [each["document"]["title"] for each in data["references"]] == ["earlier.txt", "report.txt"]
    assert [each["also_in"] for each in data["additions"]] == [["reference-1"], ["reference-2"]]


def test_text_says_what_stands_in_a_reference(texts, capsysbinary):
    compare("--reference", "earlier.txt")

    out = capsysbinary.readouterr().out.decode()
    assert "From reference 1: earlier.txt: 1 passage\n    Copied (A2, paragraph 1): “Erik Sandvik dug" in out
    assert "also in reference 1" in out


def test_text_asks_each_question_once(texts, capsysbinary):
    compare("story.txt", "--reference", "earlier.txt")

    out = capsysbinary.readouterr().out.decode()
    assert out.count("The release says “£800,000”, reference 1 “£300,000”: which is meant?") == 1
    assert "Questions between the originals: 1" in out


def test_text_without_references_stays_silent(texts, capsysbinary):
    compare()

    out = capsysbinary.readouterr().out.decode()
    assert "reference" not in out
    assert "Questions" not in out


def test_result_never_overwrites_a_reference(texts, capsys):
    assert compare("--reference", "earlier.txt", "-o", "earlier.txt") == 2

    assert "would overwrite" in capsys.readouterr().err
    assert (texts / "earlier.txt").read_text(encoding="utf-8").startswith(EARLIER)


def test_missing_reference_is_named(texts, capsys):
    assert compare("--reference", "none.txt") == 2

    assert "none.txt" in capsys.readouterr().err
