"""Cases in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, and_, delete, func, insert, select, update

from webapp import tables
from webapp.catalogue.lines import CASE
from webapp.faults import InTrash, UnknownCase
from webapp.people.rights import ALONE, Viewer
from webapp.records import CaseLine, CaseRecord, DocumentRecord, GivenText
from webapp.roles import Role
from webapp.store import attachments, documents, drafts, tags, words
from webapp.store.access import is_visible
from webapp.unfinished import SentForm

_cases = tables.cases
_keys = tables.form_keys
_documents = tables.documents


def add_case(connection: Connection, case_id: str, *, title: str, bundled: str | None, now: datetime) -> None:
    """Keep a new case; a bundled name can be kept once only."""
    row = {"id": case_id, "title": title, "bundled": bundled}
    connection.execute(insert(_cases).values(**row, created=now.isoformat(), changed=now.isoformat()))


def find_bundled(connection: Connection, name: str) -> str | None:
    """The id of the case that holds this bundled case."""
    found: str | None = connection.execute(select(_cases.c.id).where(_cases.c.bundled == name)).scalar()
    return found


def fill_case(
    connection: Connection,
    case_id: str,
    *,
    texts: tuple[tuple[DocumentRecord, GivenText], ...],
    form: SentForm | None,
) -> None:
    """Keep texts after those that the case holds; the form they came in can be used once only, and its draft goes."""
    first = documents.next_place(connection, case_id)
    for record, given in texts:
        place = first + record.place
        role = record.role if place else Role.ORIGINAL
        documents.add_document(connection, case_id, replace(record, place=place, role=role), given)
    if form:
        connection.execute(insert(_keys).values(id=form.digest, key=form.key, writer=form.writer, case_id=case_id))
        drafts.delete_draft(connection, form.claim)
        attachments.drop_unused(connection, form.kept)


def find_used(connection: Connection, form: SentForm) -> str | None:
    """The id of the case which this very form made or changed before."""
    found: str | None = connection.execute(select(_keys.c.case_id).where(_keys.c.id == form.digest)).scalar()
    return found


def list_senders(connection: Connection, key: str) -> frozenset[str]:
    """The pages from which a form with this key was sent."""
    return frozenset(connection.execute(select(_keys.c.writer).where(_keys.c.key == key)).scalars())


def find_case(connection: Connection, key: str) -> str | None:
    """The case that a form with this key became, the last one where it was sent from two pages."""
    query = select(_keys.c.case_id).join(_cases).where(_keys.c.key == key).order_by(_cases.c.created.desc())
    found: str | None = connection.execute(query.limit(1)).scalar()
    return found


def load_case(connection: Connection, case_id: str) -> CaseRecord:
    """The case with what is known of its documents."""
    row = connection.execute(select(_cases).where(_cases.c.id == case_id)).mappings().first()
    if row is None:
        raise UnknownCase
    if row["trashed"]:
        raise InTrash(case_id)
    return _make_case(connection, row)


def list_cases(connection: Connection, viewer: Viewer = ALONE, *, limit: int | None = None) -> tuple[CaseLine, ...]:
    """The cases that somebody may see and that were not put away, the one changed last first; all of them, or some."""
    is_held = and_(_documents.c.case_id == _cases.c.id, _documents.c.role == Role.DERIVATIVE.value)
    held = select(func.count()).where(is_held).scalar_subquery()
    original = _documents.alias()
    rows = connection.execute(
        select(_cases, original.c.title.label("original_title"), original.c.opening, held.label("articles"))
        .join(original, and_(original.c.case_id == _cases.c.id, original.c.place == 0))
        .where(is_visible(viewer), _cases.c.archived.is_(None), _cases.c.trashed.is_(None))
        .order_by(_cases.c.changed.desc(), _cases.c.id)
        .limit(limit)
    ).mappings()
    return tuple(_make_line(row) for row in rows)


def check_table(connection: Connection) -> None:
    """Read one row at most, to see that the database answers and has our tables."""
    connection.execute(select(_cases.c.id).limit(1)).first()


def count_stored(connection: Connection) -> dict[str, int]:
    """How many cases, texts and comparisons there are, by the names of their measures."""
    counted = {"cases": _cases, "documents": _documents, "comparisons": tables.comparisons}
    return {
        f"copytrail_{name}": connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in counted.items()
    }


def rename_case(connection: Connection, case_id: str, title: str) -> None:
    """Give the case another title."""
    if not connection.execute(update(_cases).where(_cases.c.id == case_id).values(title=title)).rowcount:
        raise UnknownCase
    words.drop_text(connection, CASE, case_id)


def hold_case(connection: Connection, case_id: str) -> None:
    """Let nobody else change the row of the case before the transaction ends; SQLite lets nobody anyway."""
    connection.execute(select(_cases.c.id).where(_cases.c.id == case_id).with_for_update())


def touch_case(connection: Connection, case_id: str, now: datetime) -> None:
    """Note that the case changed now; nothing changes what lies in the trash."""
    is_here = (_cases.c.id == case_id, _cases.c.trashed.is_(None))
    if not connection.execute(update(_cases).where(*is_here).values(changed=now.isoformat())).rowcount:
        is_known = connection.execute(select(_cases.c.id).where(_cases.c.id == case_id)).first()
        raise InTrash(case_id) if is_known else UnknownCase


def set_day(connection: Connection, case_id: str, day: date | None) -> None:
    """Note the day on which the case is deleted, or that it is kept."""
    value = day.isoformat() if day else None
    if not connection.execute(update(_cases).where(_cases.c.id == case_id).values(delete_on=value)).rowcount:
        raise UnknownCase


def list_due(connection: Connection, today: date) -> tuple[str, ...]:
    """The cases whose day has come."""
    return tuple(connection.execute(select(_cases.c.id).where(_cases.c.delete_on <= today.isoformat())).scalars())


def delete_case(connection: Connection, case_id: str) -> None:
    """Delete the case with everything that hangs on it, the files of its unfinished forms among that."""
    kept = drafts.list_kept_of_case(connection, case_id)
    if not connection.execute(delete(_cases).where(_cases.c.id == case_id)).rowcount:
        raise UnknownCase
    attachments.drop_unused(connection, kept)


def pick_name(*names: str) -> str:
    """The first of these that says anything: the title of a case, that of its release, its first words."""
    return next((name for name in names if name.strip()), "")


def _make_line(row: RowMapping) -> CaseLine:
    return CaseLine(
        id=row["id"],
        name=pick_name(row["title"], row["original_title"], row["opening"]),
        articles=row["articles"],
        changed=datetime.fromisoformat(row["changed"]),
        delete_on=_read_day(row),
    )


def _make_case(connection: Connection, row: RowMapping) -> CaseRecord:
    original, *others = documents.list_documents(connection, row["id"])
    return CaseRecord(
        id=row["id"],
        title=row["title"],
        original=original,
        articles=tuple(each for each in others if each.role is Role.DERIVATIVE),
        references=tuple(each for each in others if each.role is Role.REFERENCE),
        created=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
        is_archived=bool(row["archived"]),
        is_copy=bool(row["copied_from"]),
        tags=tags.list_tags_of(connection, (row["id"],)).get(row["id"], ()),
        delete_on=_read_day(row),
    )


def _read_day(row: RowMapping) -> date | None:
    return date.fromisoformat(row["delete_on"]) if row["delete_on"] else None
