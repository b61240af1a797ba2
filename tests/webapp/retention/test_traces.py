"""A case whose day has come leaves no word in any file, whatever table it stood in and in whatever form."""

from __future__ import annotations

import base64
import zlib

from sqlalchemy import func, select

from tests.webapp.rows import fill_tables
from webapp import tables
from webapp.store import backups

WORDS = "xylophonist brontosaurus zeitgeist " * 40
BESIDE = {"drafts", "attachments"}
"""Unfinished forms are deleted with their case by what they hold, which other tests fill."""


def find_traces(folder) -> list[str]:
    plain = WORDS.encode()
    needles = (plain[:12], "xylophonist".encode("utf-16-le"), base64.b64encode(plain)[:24], zlib.compress(plain)[:30])
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]


def test_due_case_leaves_no_word_anywhere(app, services, settings):
    others = {name for name in tables.metadata.tables if not backups.belongs_to_case(name)}
    with services.database.writing() as connection:
        filled = fill_tables(connection, tables.metadata, WORDS, but=BESIDE | others)
    assert find_traces(settings.data_folder)

    deleted = app.extensions["copytrail"].deleting.delete_due()

    assert deleted == 1
    assert {"documents", "comparisons", "acts"} <= set(filled)
    assert find_traces(settings.data_folder) == []
    with services.database.reading() as connection:
        for name in filled:
            left = connection.execute(select(func.count()).select_from(tables.metadata.tables[name])).scalar()
            assert (name, left) == (name, 0)
