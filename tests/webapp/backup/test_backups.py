"""Backups: everything or one case to a file, and back on either database."""

from __future__ import annotations

import hashlib
import io
import json
import re
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE, Clock, Reader, give_file, make_settings
from tests.webapp.people.conftest import let_in, make_person
from tests.webapp.rows import fill_tables
from webapp import create_app, store, tables
from webapp.backup import BadBackup, NewerBackup
from webapp.backup.contents import KEPT, LEFT_OUT
from webapp.people.records import CaseAccess, Visibility

KEY = "k" * 27
OTHER = "w" * 27


class Desk:
    """An application on a database of its own, with its reader."""

    def __init__(self, settings) -> None:
        self.app = create_app(settings, clock=Clock())
        self.desk = self.app.extensions["copytrail"]
        self.desk.services.database.upgrade()
        self.reader = Reader(self.app.test_client())

    def back_up(self, case_id: str | None = None) -> io.BytesIO:
        file = io.BytesIO()
        self.desk.backups.write(file, case_id)
        return io.BytesIO(file.getvalue())

    def fill(self) -> str:
        case = self.reader.make_case(ARTICLE, title="Bridge \\u0041 \u202e")
        articles = {"article-1-file": give_file(ARTICLE.encode(), "story.txt"), "action": "compare"}
        self.reader.send(f"/cases/{case}/articles", articles)
        typed = {"key": KEY, "writer": OTHER, "original-text": "An unfinished thought."}
        self.reader.send("/drafts", typed, fragment=True)
        record = self.desk.services.open_comparison(case, 1)
        self.desk.cleaning.set_speaker(case, record.article.id, 2, "Jane Doe")
        return case

    def tell(self, case_id: str) -> list[object]:
        """What a reader sees of a case, ids aside."""
        case = self.desk.services.open_case(case_id)
        texts = [(each.place, each.title, each.sha256, each.words) for each in (case.original, *case.articles)]
        shown = [record.comparison for record in self.desk.services.open_comparisons(case_id)]
        return [case.title, texts, shown]


@pytest.fixture
def make_desk(tmp_path):
    made = []

    def make(name: str, **changes: object) -> Desk:
        made.append(Desk(replace(make_settings(tmp_path / name), **changes)))
        return made[-1]

    yield make
    for each in made:
        each.desk.services.database.close()


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A desk with two cases and an unfinished form, which no test changes."""
    desk = Desk(make_settings(tmp_path_factory.mktemp("full")))
    desk.case = desk.fill()
    desk.other = desk.reader.make_case("Another story of a pier.", title="Pier")
    yield desk
    desk.desk.services.database.close()


def change_backup(file: io.BytesIO, change) -> io.BytesIO:
    """The backup with its members as `change` leaves them."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return io.BytesIO(made.getvalue())


def change_manifest(members: dict[str, bytes], **values: object) -> None:
    members["manifest.json"] = json.dumps({**json.loads(members["manifest.json"]), **values}).encode()


def test_every_table_is_kept_or_left_out():
    assert set(KEPT) | set(LEFT_OUT) == set(tables.metadata.tables)
    assert not set(KEPT) & set(LEFT_OUT)
    assert all(LEFT_OUT.values())


def test_empty_database_takes_everything(full, make_desk, each_database):
    there = make_desk("there", database=each_database.database)

    said = there.desk.backups.restore(full.back_up())

    assert (said.cases, said.documents, said.drafts, said.beside) == (2, 5, 1, False)
    assert there.tell(full.case) == full.tell(full.case)
    assert "An unfinished thought." in there.reader.open(f"/?draft={KEY}").text


def test_backup_returns_from_either_database(full, make_desk, each_database):
    between = make_desk("between", database=each_database.database)
    between.desk.backups.restore(full.back_up())
    again = make_desk("again")

    again.desk.backups.restore(between.back_up())

    assert again.tell(full.case) == full.tell(full.case)
    assert again.back_up().getvalue() == full.back_up().getvalue()


def test_backup_amid_saves_is_whole(make_desk, each_database):
    source = make_desk("busy", database=each_database.database)
    first = source.fill()
    begun, enough = threading.Event(), threading.Event()

    def save() -> None:
        writer = Reader(source.app.test_client())
        while not enough.is_set():
            writer.make_case(ARTICLE)
            begun.set()

    with ThreadPoolExecutor() as threads:
        saving = threads.submit(save)
        begun.wait(60)
        file = source.back_up()
        enough.set()
        saving.result(60)
    target = make_desk("calm")
    restored = target.desk.backups.restore(file)

    cases = [address.split("/")[2] for address in re.findall(r"/cases/[\w-]{20,}", target.reader.open("/cases").text)]
    assert restored.cases >= 2
    assert first in cases
    assert [target.tell(case) for case in set(cases)] == [source.tell(case) for case in set(cases)]


def test_restoring_beside_makes_new_cases(full, make_desk):
    there = make_desk("there")
    there.desk.backups.restore(full.back_up())

    said = there.desk.backups.restore(full.back_up())

    lines = there.desk.services.list_cases()
    assert (said.beside, said.cases, said.renamed, len(lines)) == (True, 2, 2, 4)
    told = [there.tell(line.id) for line in lines if line.name.startswith("Bridge")]
    assert told == [full.tell(full.case)] * 2
    assert len(there.desk.drafting.list_drafts()) == 2


def test_one_case_is_backed_up_alone(full, make_desk):
    there = make_desk("there")

    said = there.desk.backups.restore(full.back_up(full.other))

    assert (said.cases, said.documents, said.drafts) == (1, 2, 0)
    assert there.tell(full.other) == full.tell(full.other)


def test_only_saying_restores_nothing(full, make_desk):
    there = make_desk("there")

    said = there.desk.backups.restore(full.back_up(), only_say=True)

    assert said.cases == 2
    assert there.desk.services.list_cases() == ()


def test_equal_contents_give_equal_bytes(full):
    assert full.back_up().getvalue() == full.back_up().getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("tables/cases.jsonl", b'{"id": "other"}\n'), ("../../etc/passwd", b"x"), ("tables/cases.jsonl", None)],
)
def test_damaged_backup_names_the_member(full, make_desk, name, content):
    def damage(members):
        members.pop(name, None)
        members.update({name: content} if content else {})

    there = make_desk("there")

    with pytest.raises(BadBackup, match=f"{name} .*Nothing was restored"):
        there.desk.backups.restore(change_backup(full.back_up(), damage))

    assert there.desk.services.list_cases() == ()


@pytest.mark.parametrize("values", [{"format": "copytrail.backup/2"}, {"schema": "9999"}])
def test_newer_backup_is_refused(full, make_desk, values):
    newer = change_backup(full.back_up(), lambda members: change_manifest(members, **values))

    with pytest.raises(NewerBackup, match="newer version"):
        make_desk("there").desk.backups.restore(newer)


def test_swelling_member_is_refused(full, make_desk):
    bomb = change_backup(full.back_up(), lambda members: members.update({"tables/cases.jsonl": bytes(60_000_000)}))

    with pytest.raises(BadBackup, match=r"tables/cases\.jsonl"):
        make_desk("there").desk.backups.restore(bomb)


@pytest.mark.parametrize("content", [b"", b"no zip", RELEASE.encode()])
def test_other_file_is_no_backup(make_desk, content):
    with pytest.raises(BadBackup, match="no backup of Copytrail"):
        make_desk("there").desk.backups.restore(io.BytesIO(content))


def test_half_fitting_backup_leaves_nothing(full, make_desk):
    def orphan(members):
        rows = members["tables/documents.jsonl"].replace(full.case.encode(), b"nobody")
        members["tables/documents.jsonl"] = rows
        manifest = json.loads(members["manifest.json"])
        manifest["members"]["tables/documents.jsonl"] = {"size": len(rows), "sha256": hashlib.sha256(rows).hexdigest()}
        members["manifest.json"] = json.dumps(manifest).encode()

    there = make_desk("there")

    with pytest.raises(BadBackup, match="do not fit together"):
        there.desk.backups.restore(change_backup(full.back_up(), orphan))

    assert there.desk.services.list_cases() == ()


def test_backup_of_the_first_version_is_restored(root, make_desk):
    there = make_desk("there")
    file = root / "tests" / "webapp" / "backup" / "version-1.zip"

    with file.open("rb") as stream:
        said = there.desk.backups.restore(stream)

    (line,) = there.desk.services.list_cases()
    comparison = there.desk.services.open_comparison(line.id, 1).comparison
    assert (said.cases, said.documents, said.drafts) == (1, 3, 1)
    assert "Residents had waited for a crossing" in comparison.derivative.text
    assert "An unfinished thought." in there.reader.open(f"/?draft={KEY}").text


def test_backup_of_older_tables_is_brought_up_to_date(full, make_desk):
    def age(members):
        later = "acts|notes|events|former|shares|replies|retention|tags|team|people|identities|desk_names|lessons"
        for name in [name for name in members if re.search(later, name)]:
            del members[name]
        manifest = json.loads(members["manifest.json"])
        for kind in ("rows", "members"):
            manifest[kind] = {key: value for key, value in manifest[kind].items() if not re.search(later, key)}
        members["manifest.json"] = json.dumps({**manifest, "schema": "0004"}).encode()

    there = make_desk("there")

    there.desk.backups.restore(change_backup(full.back_up(), age))

    assert there.tell(full.case) == full.tell(full.case)
    assert list((there.desk.backups.folder).glob("restoring-*")) == []


def list_rows(desk: Desk) -> dict[str, list]:
    with desk.desk.services.database.reading() as connection:
        return {name: list(store.backups.Choice(connection).list_rows(name)) for name in KEPT}


def test_every_row_of_every_table_returns(make_desk, each_database):
    here, there = make_desk("here"), make_desk("there", database=each_database.database)
    with here.desk.services.database.writing() as connection:
        fill_tables(connection, tables.metadata, "\\u0041 \u202e é", but=LEFT_OUT)

    there.desk.backups.restore(here.back_up())
    whole = list_rows(there)
    there.desk.backups.restore(here.back_up())

    assert whole == list_rows(here)
    assert all(len(rows) == 1 for rows in whole.values())
    again = {name: len(rows) for name, rows in list_rows(there).items()}
    alone = {"people", "identities", "teams", "team_members", "desk_names", "shares"}
    assert again == {name: 1 if name in alone else 2 for name in KEPT}


def test_case_of_a_stranger_goes_to_who_restores(make_desk, each_database):
    here, there = make_desk("here"), make_desk("there", database=each_database.database)
    ann, boss = (make_person(each.desk, name, "admin") for each, name in ((here, "Ann Lee"), (there, "Bo Ray")))
    case = let_in(here.app, ann).make_case(title="Bridge")

    there.desk.backups.restore(here.back_up(case))

    assert there.desk.access.load(case) == CaseAccess(owner_id=boss.id, visibility=Visibility.PRIVATE)
