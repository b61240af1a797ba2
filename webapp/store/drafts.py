"""Unfinished forms in the database, each saved over by the page that knows its latest version only."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, delete, insert, or_, select, update

from webapp import tables
from webapp.faults import UnknownDraft
from webapp.unfinished import Claim, DraftRecord

_drafts = tables.drafts
_KEPT = re.compile(r'"kept": "([A-Za-z0-9_-]+)"')


def save_draft(connection: Connection, draft: DraftRecord, claim: Claim) -> int:
    """Keep the draft in place of the version its page has seen, or of that page's own; gives the new version.

    Where another page saved it meanwhile, it is refused as stored already; where the same page saved what it typed
    later, that stays.
    """
    values = {"case_id": draft.case_id, "changed": draft.changed.isoformat(), "data": draft.data}
    page = {"writer": claim.writer, "turn": claim.turn}
    renewed = (
        update(_drafts)
        .where(_is_rightful(claim))
        .values(**values, **page, version=_drafts.c.version + 1, person_id=_take(draft.person_id))
    )
    if connection.execute(renewed).rowcount or _is_overtaken(connection, claim):
        return find_version(connection, draft.id)
    first = {"id": draft.id, "person_id": draft.person_id, "version": claim.seen + 1}
    connection.execute(insert(_drafts).values(**first, **values, **page))
    return claim.seen + 1


def is_changed(connection: Connection, claim: Claim) -> bool:
    """Whether another page saved the draft after the version that this one has seen."""
    row = connection.execute(select(_drafts.c.writer, _drafts.c.version).where(_drafts.c.id == claim.key)).first()
    return row is not None and row.writer != claim.writer and row.version != claim.seen


def find_version(connection: Connection, draft_id: str) -> int:
    """How often the draft was saved; 0 where there is none."""
    found: int | None = connection.execute(select(_drafts.c.version).where(_drafts.c.id == draft_id)).scalar()
    return found or 0


def load_draft(connection: Connection, draft_id: str, person_id: str = "") -> DraftRecord:
    """The draft as it was saved last, unless it is another person's."""
    query = select(_drafts).where(_drafts.c.id == draft_id, _is_own(person_id))
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UnknownDraft
    return _make_draft(row)


def list_drafts(connection: Connection, person_id: str = "") -> tuple[DraftRecord, ...]:
    """A person's drafts, and those of nobody, the one changed last first."""
    query = select(_drafts).where(_is_own(person_id)).order_by(_drafts.c.changed.desc(), _drafts.c.id)
    rows = connection.execute(query).mappings()
    return tuple(_make_draft(row) for row in rows)


def list_foreign(connection: Connection, draft_ids: tuple[str, ...], person_id: str) -> tuple[str, ...]:
    """Those of these drafts that are another person's."""
    query = select(_drafts.c.id).where(_drafts.c.id.in_(draft_ids), ~_is_own(person_id))
    return tuple(connection.execute(query).scalars())


def list_kept(connection: Connection, draft_id: str) -> tuple[str, ...]:
    """The ids of the files that are kept for the draft."""
    data: str | None = connection.execute(select(_drafts.c.data).where(_drafts.c.id == draft_id)).scalar()
    return tuple(_KEPT.findall(data or ""))


def list_kept_of_case(connection: Connection, case_id: str) -> tuple[str, ...]:
    """The ids of the files that are kept for all drafts of articles to add to a case."""
    found = connection.execute(select(_drafts.c.data).where(_drafts.c.case_id == case_id)).scalars()
    return tuple(kept for data in found for kept in _KEPT.findall(data))


def discard_draft(connection: Connection, draft_id: str) -> None:
    """Delete the draft, whoever saved it."""
    connection.execute(delete(_drafts).where(_drafts.c.id == draft_id))


def delete_draft(connection: Connection, claim: Claim) -> bool:
    """Delete the draft unless it holds another page's words, or later ones; says whether it did."""
    return bool(connection.execute(delete(_drafts).where(_is_rightful(claim))).rowcount)


def _take(person_id: str) -> ColumnElement[str]:
    """Whose a draft is once it is saved again: whoever saves one of nobody has it from then on."""
    return case((_drafts.c.person_id == "", person_id), else_=_drafts.c.person_id)


def _is_own(person_id: str) -> ColumnElement[bool]:
    """Whether a draft is this person's, or was begun before there were accounts."""
    return _drafts.c.person_id.in_(("", person_id))


def _is_rightful(claim: Claim) -> ColumnElement[bool]:
    own = and_(_drafts.c.writer == claim.writer, _drafts.c.turn <= claim.turn)
    seen = and_(_drafts.c.writer != claim.writer, _drafts.c.version == claim.seen)
    return and_(_drafts.c.id == claim.key, or_(own, seen))


def _is_overtaken(connection: Connection, claim: Claim) -> bool:
    query = select(_drafts.c.id).where(_drafts.c.id == claim.key, _drafts.c.writer == claim.writer)
    return connection.execute(query).first() is not None


def _make_draft(row: RowMapping) -> DraftRecord:
    return DraftRecord(
        id=row["id"],
        case_id=row["case_id"],
        changed=datetime.fromisoformat(row["changed"]),
        data=row["data"],
        version=row["version"],
        person_id=row["person_id"],
    )
