"""`copytrail read`."""

import json

import pytest

from copytrail.cli import main

TEXT = "Related Posts\n\nThe bridge opened on Monday after long delays."


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("furniture", "shown"),
    [
        ("keep", f"{TEXT}\n"),
        ("mark", f"· {TEXT}\n"),
        ("drop", "The bridge opened on Monday after long delays.\n"),
    ],
)
def test_furniture_is_kept_marked_or_dropped(page, capsysbinary, furniture, shown):
    assert main(["read", page, "--furniture", furniture]) == 0

    assert capsysbinary.readouterr().out.decode() == shown


def test_json_says_what_each_paragraph_is(page, capsysbinary):
    assert main(["read", page, "--format", "json"]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert [paragraph["kind"] for paragraph in data["paragraphs"]] == ["furniture", "body"]


def test_json_drops_furniture_but_keeps_text(page, capsysbinary):
    assert main(["read", page, "--format", "json", "--furniture", "drop"]) == 0

    data = json.loads(capsysbinary.readouterr().out)
    assert [paragraph["number"] for paragraph in data["paragraphs"]] == [2]
    assert data["text"].startswith("Related Posts")


def test_missing_file_is_bad_use(capsys):
    assert main(["read", "absent.txt"]) == 2

    assert "cannot be opened" in capsys.readouterr().err
