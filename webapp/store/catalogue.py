"""The list of cases in the database: what a person may see, sieved by what they ask for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, func, select

from webapp import tables
from webapp.catalogue.asking import Asking, CaseState
from webapp.catalogue.lines import CatalogueLine
from webapp.people.rights import ALONE, Viewer
from webapp.roles import Role
from webapp.store import words
from webapp.store.access import visible_to
from webapp.store.cases import pick_name

_cases = tables.cases
_documents = tables.documents
_tags = tables.case_tags


def list_lines(connection: Connection, asking: Asking, viewer: Viewer = ALONE) -> tuple[CatalogueLine, ...]:
    """All cases that are asked for, in no order, without tags and places of words."""
    original = _documents.alias()
    is_article = _documents.c.role == Role.DERIVATIVE.value
    columns = (_documents.c.case_id, func.count().label("articles"))
    held = select(*columns).where(is_article).group_by(_documents.c.case_id).subquery()
    names = (original.c.title.label("original_title"), original.c.opening)
    query = (
        visible_to(select(_cases, *names, func.coalesce(held.c.articles, 0).label("articles")), viewer)
        .join(original, and_(original.c.case_id == _cases.c.id, original.c.place == 0))
        .join(held, held.c.case_id == _cases.c.id, isouter=True)
        .where(*_list_conditions(asking))
    )
    lines = tuple(_make_line(row) for row in connection.execute(query).mappings())
    if not asking.terms:
        return lines
    found = words.find_cases(connection, asking.terms)
    return tuple(line for line in lines if line.id in found)


def count_states(connection: Connection, viewer: Viewer = ALONE) -> dict[CaseState, int]:
    """How many cases lie where."""
    state = case(
        (_cases.c.trashed.is_not(None), CaseState.TRASHED.value),
        (_cases.c.archived.is_not(None), CaseState.ARCHIVED.value),
        else_=CaseState.ACTIVE.value,
    ).label("state")
    inner = visible_to(select(_cases.c.id, state), viewer).subquery()
    rows = connection.execute(select(inner.c.state, func.count()).group_by(inner.c.state)).all()
    return {**dict.fromkeys(CaseState, 0), **{CaseState(name): number for name, number in rows}}


def list_ids(connection: Connection, state: CaseState | None = None, viewer: Viewer = ALONE) -> tuple[str, ...]:
    """The ids of all cases that lie in one place, or of all there are."""
    query = visible_to(select(_cases.c.id), viewer)
    if state:
        query = query.where(_lies(state))
    return tuple(connection.execute(query.order_by(_cases.c.id)).scalars())


def list_tagged(connection: Connection, key: str, viewer: Viewer = ALONE) -> tuple[str, ...]:
    """The ids of all cases that have a tag."""
    tagged = select(_tags.c.case_id).where(_tags.c.key == key)
    return tuple(connection.execute(visible_to(select(_cases.c.id), viewer).where(_cases.c.id.in_(tagged))).scalars())


def _list_conditions(asking: Asking) -> list[ColumnElement[bool]]:
    conditions = [_lies(asking.state)]
    if asking.tag:
        conditions.append(_cases.c.id.in_(select(_tags.c.case_id).where(_tags.c.key == asking.tag)))
    return conditions


def _lies(state: CaseState) -> ColumnElement[bool]:
    if state is CaseState.TRASHED:
        return _cases.c.trashed.is_not(None)
    is_archived = _cases.c.archived.is_not(None) if state is CaseState.ARCHIVED else _cases.c.archived.is_(None)
    return and_(_cases.c.trashed.is_(None), is_archived)


def _make_line(row: RowMapping) -> CatalogueLine:
    return CatalogueLine(
        id=row["id"],
        name=pick_name(row["title"], row["original_title"], row["opening"]),
        articles=row["articles"],
        made=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
        trashed=datetime.fromisoformat(row["trashed"]) if row["trashed"] else None,
        trashed_by=row["trashed_by"],
    )
