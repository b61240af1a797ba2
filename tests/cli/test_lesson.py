"""`copytrail lesson`."""

import pytest

from copytrail.cli import main
from copytrail.codec.lessons import read_lesson

RELEASE = "The new bridge over the river opened on Monday after three years of work by local builders."


@pytest.fixture
def texts(tmp_path):
    paths = tmp_path / "release.txt", tmp_path / "article.txt"
    paths[0].write_text(RELEASE, encoding="utf-8")
    paths[1].write_text(f"{RELEASE}\n\nFishermen complained about the noise of the long nights.", encoding="utf-8")
    return tuple(map(str, paths))


def test_bundled_lessons_are_listed(capsys):
    assert main(["lesson", "list"]) == 0

    assert "whose-words  20 minutes, plain  Whose words are these?\n" in capsys.readouterr().out


def test_a_lesson_is_proposed_from_two_files(texts, tmp_path):
    path = tmp_path / "lesson.json"

    assert main(["lesson", "propose", *texts, "--level", "plain", "-o", str(path)]) == 0

    lesson = read_lesson(path.read_bytes())
    assert [task.key.choices for task in lesson.tasks[:2]] == [("copied",), ("added",)]


def test_a_file_becomes_a_worksheet(texts, tmp_path):
    lesson, sheet = tmp_path / "lesson.json", tmp_path / "sheet.html"
    main(["lesson", "propose", *texts, "-o", str(lesson)])

    assert main(["lesson", "worksheet", str(lesson), "--sheet", "key", "-o", str(sheet)]) == 0

    assert "Answer key" in sheet.read_text(encoding="utf-8")


def test_a_bundled_lesson_becomes_a_worksheet(capsysbinary):
    assert main(["lesson", "worksheet", "whose-words", "--paper", "letter"]) == 0

    assert capsysbinary.readouterr().out.startswith(b"%PDF")


def test_a_bundled_lesson_is_saved(capsysbinary):
    assert main(["lesson", "save", "whose-words"]) == 0

    assert read_lesson(capsysbinary.readouterr().out).title == "Whose words are these?"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["worksheet", "no-such"], "there is no such file and no such bundled lesson"),
        (["worksheet"], "Name one lesson"),
        (["propose", "one.txt"], "Name two texts"),
    ],
)
def test_bad_use_is_one_sentence(arguments, why, capsys):
    assert main(["lesson", *arguments]) == 2

    told = capsys.readouterr().err
    assert why in told
    assert told.count("\n") == 1


def test_what_is_no_lesson_is_refused(texts, capsys):
    assert main(["lesson", "worksheet", texts[0]]) == 2

    assert "holds no JSON" in capsys.readouterr().err


def test_a_lesson_never_overwrites_its_texts(texts, capsys):
    assert main(["lesson", "propose", *texts, "-o", texts[0]]) == 2

    assert "overwrite" in capsys.readouterr().err
