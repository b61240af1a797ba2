"""Databases of earlier versions: brought up to date, with everything in them."""

from __future__ import annotations

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, select, text

from tests.webapp.conftest import ARTICLE, RELEASE, Reader, give_file
from tests.webapp.rows import fill_tables
from webapp import create_app
from webapp.db import open_database
from webapp.upgrading import configure, find_last_step, find_step

TIME = "2026-01-02T03:04:00+00:00"
CASE = "INSERT INTO cases (id, title, bundled, created, changed) VALUES ('c', 'The old bridge', NULL, :now, :now)"
DOCUMENT = (
    "INSERT INTO documents (id, case_id, place, title, publisher, url, published, language, opening, words, pasted,"
    " ending, content, size, sha256, received) VALUES (:id, 'c', :place, :title, '', '', '', 'en', '', 40, :pasted,"
    " '', :content, :size, :sha256, :now)"
)


@pytest.fixture
def first_version(bare_database):
    """Settings for a database at the first step of its history, with one case in it."""
    database = open_database(bare_database.database)
    database.upgrade("0001")
    with database.writing() as connection:
        connection.execute(text(CASE), {"now": TIME})
        for place, words in enumerate((RELEASE, ARTICLE)):
            content = words.encode()
            row = {"id": f"d{place}", "place": place, "title": f"Text {place}", "content": content, "now": TIME}
            connection.execute(text(DOCUMENT), {**row, "pasted": True, "size": len(content), "sha256": str(place) * 64})
    database.close()
    return bare_database


def test_case_of_the_first_version_is_shown(first_version):
    app = create_app(first_version)
    database = app.extensions["copytrail"].services.database
    database.upgrade()
    reader = Reader(app.test_client())

    case, article = reader.open("/cases/c").text, reader.open("/cases/c/articles/1").text

    with database.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() >= "0002"
        assert connection.execute(text("SELECT count(*) FROM dismissals")).scalar() == 0
        roles = connection.execute(text("SELECT role FROM documents ORDER BY place")).scalars().all()
        assert roles == ["original", "derivative"]
    assert "The old bridge" in case
    assert "Residents had waited for a crossing" in article
    database.close()


def test_finding_of_an_old_case_can_be_dismissed(first_version):
    with_database = open_database(first_version.database)
    with with_database.writing() as connection:
        content = RELEASE.replace("three years", "four years").encode()
        connection.execute(text("UPDATE documents SET content = :content WHERE id = 'd1'"), {"content": content})
    with_database.close()
    desk = create_app(first_version).extensions["copytrail"]
    desk.services.database.upgrade()
    record = desk.services.open_comparison("c", 1)

    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], "Both are right.")

    assert desk.services.open_comparison("c", 1).comparison.findings[0].dismissed.reason == "Both are right."
    desk.services.database.close()


@pytest.mark.parametrize("step", ["0001", "0002", "0003"])
def test_old_case_takes_files_and_choices(bare_database, first_version, step):
    database = open_database(first_version.database)
    database.upgrade(step)
    database.close()
    app = create_app(first_version)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    reader = Reader(app.test_client())

    fields = {"article-1-file": give_file(ARTICLE.encode(), "story.txt"), "action": "compare"}
    added = reader.send("/cases/c/articles", fields)
    desk.cleaning.set_speaker("c", "d1", 2, "Jane Doe")
    page = reader.open(added.location).text

    assert added.location == "/cases/c/texts"
    assert "Pasted on" in page
    assert "A plain text, story.txt" in page
    assert "speech of <bdi>Jane Doe</bdi>" in page
    desk.services.database.close()


@pytest.mark.parametrize("pasted", [True, False])
def test_old_markdown_is_read_as_before(first_version, pasted):
    database = open_database(first_version.database)
    row = {"content": "# Bridge\n\nThe **m\u00fcller** came.".encode(), "pasted": pasted}
    with database.writing() as connection:
        change = "UPDATE documents SET content = :content, pasted = :pasted, ending = '.md' WHERE id = 'd1'"
        connection.execute(text(change), row)
    database.close()
    desk = create_app(first_version).extensions["copytrail"]
    desk.services.database.upgrade()

    read = desk.services.open_comparison("c", 1).comparison.derivative.text

    assert read == "Bridge\n\nThe m\u00fcller came."
    desk.services.database.close()


def test_old_case_is_found_and_put_away(first_version):
    app = create_app(first_version)
    database = app.extensions["copytrail"].services.database
    database.upgrade()
    reader = Reader(app.test_client())

    found = reader.open("/cases?q=engineers ferry").text
    reader.send("/cases/c/tags", {"tags": "river"})
    reader.send("/cases/c/delete")

    assert "<mark>engineers</mark>" in found
    assert "The old bridge" in reader.open("/cases?in=trash&tag=river").text
    database.close()


def list_steps():
    script = ScriptDirectory.from_config(configure())
    return [step.revision for step in reversed(list(script.walk_revisions()))][:-1]


def test_last_step_is_the_head_of_all(settings):
    assert find_last_step() == ScriptDirectory.from_config(configure()).get_current_head()

    with open_database(settings.database).reading() as connection:
        assert find_step(connection) == find_last_step()


@pytest.mark.parametrize("step", list_steps())
def test_rows_of_every_step_stay_as_they_were(tmp_path, step):
    database = open_database(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    database.upgrade(step)
    before = MetaData()
    with database.writing() as connection:
        before.reflect(connection)
        before.remove(before.tables["alembic_version"])
        fill_tables(connection, before, "A word that stays.")
        rows = {table.name: dict(connection.execute(select(table)).mappings().one()) for table in before.sorted_tables}

    database.upgrade()

    with database.reading() as connection:
        for name, row in rows.items():
            table = before.tables[name]
            assert dict(connection.execute(select(table)).mappings().first()) == row
    database.close()
