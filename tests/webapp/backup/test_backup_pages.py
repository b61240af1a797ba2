"""The page and the commands for backups."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.webapp.conftest import give_file
from webapp import commands


@pytest.fixture
def other_data(tmp_path, monkeypatch):
    """The settings of a command on another machine."""
    monkeypatch.setenv("COPYTRAIL_DATA", str(tmp_path / "other"))
    monkeypatch.delenv("COPYTRAIL_DATABASE", raising=False)
    return tmp_path / "other"


def test_button_gives_a_file_that_restores(reader, services):
    reader.make_case(title="Bridge")
    content = reader.open("/backup/copytrail.zip").data

    page = reader.send("/backup/restore", {"file": give_file(content, "b.zip"), "action": "restore"})

    assert "1 case, 2 texts and 0 unfinished forms" in page.text
    assert len(services.list_cases()) == 2


def test_case_page_offers_its_backup(reader):
    case = reader.make_case(title="Bridge")
    reader.make_case("Another story.", title="Pier")

    assert f"/cases/{case}/backup" in reader.open(f"/cases/{case}").text
    with zipfile.ZipFile(io.BytesIO(reader.open(f"/cases/{case}/backup").data)) as archive:
        assert archive.read("tables/cases.jsonl").count(b"\n") == 1


def test_unknown_case_has_no_backup(reader):
    assert reader.open("/cases/nothing/backup").status_code == 404


@pytest.mark.parametrize(("content", "said"), [(b"", "no backup of Copytrail"), (None, "Choose a backup first")])
def test_refused_backup_is_a_sentence(reader, content, said):
    fields = {"action": "restore"} if content is None else {"file": give_file(content, "b.zip"), "action": "restore"}

    page = reader.send("/backup/restore", fields)

    assert page.status_code == 422
    assert said in page.text


def test_commands_carry_cases_over(reader, settings, tmp_path, other_data, capsys):
    reader.make_case(title="Bridge")
    file = tmp_path / "desk.zip"

    assert commands.main(["backup", str(file), "--database", settings.database]) == 0
    assert commands.main(["restore", str(file), "--dry-run"]) == 0
    assert commands.main(["restore", str(file)]) == 0
    assert commands.main(["restore", str(file)]) == 0

    shown = capsys.readouterr().out
    assert "1 case with 2 texts" in shown
    assert "Nothing was restored yet" in shown
    assert "1 case under a new address" in shown
    assert file.stat().st_mode & 0o777 == 0o600


def test_backup_never_overwrites_a_file(tmp_path, other_data, capsys):
    file = tmp_path / "desk.zip"
    file.write_bytes(b"older")

    assert commands.main(["backup", str(file)]) == 2

    assert file.read_bytes() == b"older"
    assert "never overwrites" in capsys.readouterr().err


def test_missing_backup_is_a_sentence(tmp_path, other_data, capsys):
    assert commands.main(["restore", str(tmp_path / "none.zip")]) == 2

    assert "No such file" in capsys.readouterr().err
