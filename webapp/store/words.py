"""What is searched, in the database: a folded copy of every text, made whenever it is missing.

A copy is dropped where its text changes and goes where its text is deleted; nothing but this room makes one, and a
search makes those that are missing before it looks. So the copies are right whoever writes the texts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, delete, func, insert, literal, or_, select

from copytrail.errors import CopytrailError
from copytrail.intake.documents import join_blocks
from copytrail.intake.extract_data import extract_from_data
from copytrail.intake.extracts import Extract
from copytrail.intake.from_plain import extract_plain
from copytrail.text import fold
from webapp import tables
from webapp.catalogue.lines import CASE, DOCUMENT, NOTE, FoundText, SearchText
from webapp.people.rights import Viewer
from webapp.roles import Role
from webapp.store.access import is_visible

_texts = tables.search_texts
_notes = tables.notes
_replies = tables.note_replies
_documents = tables.documents
_cases = tables.cases
_READ = [
    _documents.c[name] for name in ("id", "case_id", "title", "publisher", "pasted", "content", "format", "extract")
]
_BETWEEN = " · "
_FEW = 300
"""So few cases are named one by one in a query."""
_MANY = 1000


def drop_text(connection: Connection, kind: str, source: str) -> None:
    """Forget the copy of a text that changed or went; it is made anew where the text is still there."""
    connection.execute(delete(_texts).where(_texts.c.kind == kind, _texts.c.source == source))


def copy_missing(connection: Connection, limit: int, viewer: Viewer) -> None:
    """Copy some of what a person may see and is not searched yet; nobody else changes that before the end of it."""
    names = select(_cases.c.id).where(_lacks_name(), is_visible(viewer)).order_by(_cases.c.id).limit(limit)
    query = select(_cases.c.id, _cases.c.title).where(_cases.c.id.in_(_list_ids(connection, names)))
    rows = connection.execute(query.order_by(_cases.c.id).with_for_update())
    found = [SearchText(kind=CASE, source=case_id, case_id=case_id, text=title) for case_id, title in rows]
    texts = select(_documents.c.id).where(_lacks_text(), _is_shown(viewer)).order_by(_documents.c.id).limit(limit)
    wanted = select(*_READ).where(_documents.c.id.in_(_list_ids(connection, texts)))
    found += map(_read_row, connection.execute(wanted.order_by(_documents.c.id).with_for_update()).mappings())
    found += _read_notes(connection, limit, viewer)
    if found:
        connection.execute(insert(_texts), [_make_row(text) for text in found])


def count_missing(connection: Connection, viewer: Viewer) -> int:
    """How many texts of cases that a person may see are not searched yet."""
    names = select(func.count()).select_from(_cases).where(_lacks_name(), is_visible(viewer))
    texts = select(func.count()).select_from(_documents).where(_lacks_text(), _is_shown(viewer))
    counts = (connection.execute(query).scalar_one() for query in (names, texts))
    return sum(map(int, counts)) + len(_read_notes(connection, _MANY, viewer))


def find_cases(connection: Connection, terms: tuple[str, ...]) -> frozenset[str]:
    """The ids of the cases in which all terms stand; the longest, likely the rarest, leaves few for the others."""
    found: frozenset[str] | None = None
    for term in sorted(terms, key=len, reverse=True):
        query = select(_texts.c.case_id).where(_holds(connection, term)).distinct()
        if found is not None and len(found) <= _FEW:
            query = query.where(_texts.c.case_id.in_(sorted(found)))
        held = frozenset(connection.execute(query).scalars())
        found = held if found is None else found & held
    return found or frozenset()


def find_texts(connection: Connection, case_ids: Collection[str], terms: tuple[str, ...]) -> tuple[FoundText, ...]:
    """The texts of these cases in which any of the terms stands, in the order of the cases' documents."""
    rank = _documents.c.place
    query = (
        select(_texts, _documents.c.role, _documents.c.id.label("document"), rank)
        .join(_documents, _documents.c.id == _texts.c.document_id, isouter=True)
        .where(_texts.c.case_id.in_(list(case_ids)), or_(*(_holds(connection, term) for term in terms)))
        .order_by(_texts.c.case_id, func.coalesce(rank, -1), _texts.c.kind, _texts.c.source)
    )
    rows = connection.execute(query).mappings().all()
    numbers = _number_documents(connection, {row["case_id"] for row in rows})
    return tuple(_make_found(row, numbers) for row in rows)


def _holds(connection: Connection, term: str) -> ColumnElement[bool]:
    """Whether a term stands in a folded text; PostgreSQL finds a word several times quicker than a pattern."""
    if connection.dialect.name == "postgresql":
        return func.strpos(_texts.c.folded, literal(term, _texts.c.folded.type)) > 0
    return _texts.c.folded.contains(term, autoescape=True)


def _list_ids(connection: Connection, query: Select[str]) -> list[str]:
    return list(connection.execute(query).scalars())


def _make_row(text: SearchText) -> dict[str, str | None]:
    shown = " ".join(text.text.split())
    owner = {"case_id": text.case_id, "document_id": text.document_id}
    return {"kind": text.kind, "source": text.source, "shown": shown, "folded": fold(shown).text, **owner}


def _lacks_name() -> ColumnElement[bool]:
    copied = select(_texts.c.source).where(_texts.c.kind == CASE, _texts.c.source == _cases.c.id)
    return and_(_cases.c.title != "", ~copied.exists())


def _lacks_text() -> ColumnElement[bool]:
    copied = select(_texts.c.source).where(_texts.c.kind == DOCUMENT, _texts.c.source == _documents.c.id)
    return ~copied.exists()


def _is_shown(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a person may see the case of a document."""
    return _documents.c.case_id.in_(select(_cases.c.id).where(is_visible(viewer)))


def _read_notes(connection: Connection, limit: int, viewer: Viewer) -> list[SearchText]:
    """Notes and answers that are not searched yet; they are short."""
    about = select(_documents.c.id, _documents.c.case_id).where(_is_shown(viewer)).subquery()
    own = select(_notes.c.id, _notes.c.text, about).join(about, about.c.id == _notes.c.document_id)
    answers = select(_replies.c.id, _replies.c.text, about).join(_notes, _notes.c.id == _replies.c.note_id)
    answers = answers.join(about, about.c.id == _notes.c.document_id)
    found: list[SearchText] = []
    for table, query in ((_notes, own), (_replies, answers)):
        copied = select(_texts.c.source).where(_texts.c.kind == NOTE, _texts.c.source == table.c.id)
        wanted = query.where(~copied.exists(), table.c.text != "").order_by(table.c.id).limit(limit)
        found += [
            SearchText(kind=NOTE, source=source, case_id=case_id, document_id=document_id, text=text)
            for source, text, document_id, case_id in connection.execute(wanted).all()
        ]
    return found


def _read_row(row: RowMapping) -> SearchText:
    """Title, publisher and canonical text of a document; of what cannot be read any more title and publisher."""
    try:
        text = join_blocks(_read_extract(row))
    except CopytrailError:
        text = ""
    parts = (row["title"], row["publisher"], text)
    return SearchText(
        kind=DOCUMENT,
        source=row["id"],
        case_id=row["case_id"],
        document_id=row["id"],
        text=_BETWEEN.join(part for part in parts if part.strip()),
    )


def _read_extract(row: RowMapping) -> Extract:
    if row["format"]:
        return extract_from_data(json.loads(row["extract"]))
    content = bytes(row["content"])
    return extract_plain(content.decode("utf-8", "surrogatepass") if row["pasted"] else content)


def _number_documents(connection: Connection, case_ids: Collection[str]) -> dict[str, int]:
    """The number of each document among those of its kind, by its id."""
    columns = (_documents.c.case_id, _documents.c.role, _documents.c.id)
    query = select(*columns).where(_documents.c.case_id.in_(list(case_ids)))
    counts: Counter[tuple[str, str]] = Counter()
    numbers = {}
    for case_id, role, document_id in connection.execute(query.order_by(_documents.c.place, _documents.c.id)):
        counts[case_id, role] += 1
        numbers[document_id] = counts[case_id, role]
    return numbers


def _make_found(row: RowMapping, numbers: dict[str, int]) -> FoundText:
    return FoundText(
        kind=row["kind"],
        case_id=row["case_id"],
        role=Role(row["role"]) if row["role"] else None,
        number=numbers.get(row["document"], 0),
        folded=row["folded"],
        shown=row["shown"],
    )
