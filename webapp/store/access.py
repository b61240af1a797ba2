"""Whose a case is and who may see it, in the database; `visible_to` adds that to any question about cases."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, false, func, or_, select, true, update

from webapp import tables
from webapp.faults import UnknownCase
from webapp.people.records import CaseAccess, Visibility
from webapp.people.rights import NOWHERE, Standing, Viewer

_cases = tables.cases
_lessons = tables.lessons
_members = tables.team_members
_OWNER = select(_cases.c.owner_id).where(_cases.c.id == bindparam("case"))
"""Asked for with every page of a case, so put together once."""


def visible_to(query: Select[Any], viewer: Viewer) -> Select[Any]:
    """The same question, asked of those cases only that a person may see; it must name the table of cases."""
    return query.where(is_visible(viewer))


def is_visible(viewer: Viewer, table: Table = _cases) -> ColumnElement[bool]:
    """Whether a person may see a case, as a condition on the table of cases, or of what is shown as they are."""
    if viewer.sees_all:
        return true()
    if not viewer.person_id:
        return false()
    teams = select(_members.c.team_id).where(_members.c.person_id == viewer.person_id)
    return or_(
        table.c.owner_id == viewer.person_id,
        table.c.visibility == Visibility.ALL.value,
        and_(table.c.visibility == Visibility.TEAM.value, table.c.team_id.in_(teams)),
    )


def find_standing(connection: Connection, case_id: str, viewer: Viewer) -> Standing:
    """How a person stands to a case; a case that is not there looks like one that is not shown."""
    query = _OWNER if viewer.sees_all else visible_to(_OWNER, viewer)
    row = connection.execute(query, {"case": case_id}).first()
    if row is None:
        return NOWHERE
    return Standing(sees=True, owns=viewer.sees_all or row.owner_id == viewer.person_id)


def list_owned(connection: Connection, case_ids: Collection[str], person_id: str) -> frozenset[str]:
    """Those of these cases that are a person's own."""
    is_own = (_cases.c.id.in_(list(case_ids)), _cases.c.owner_id == person_id)
    return frozenset(connection.execute(select(_cases.c.id).where(*is_own)).scalars())


def load_access(connection: Connection, case_id: str) -> CaseAccess:
    """Whose a case is, and who may see it."""
    row = connection.execute(select(_cases).where(_cases.c.id == case_id)).mappings().first()
    if row is None:
        raise UnknownCase
    return CaseAccess(owner_id=row["owner_id"], team_id=row["team_id"], visibility=Visibility(row["visibility"]))


def save_access(connection: Connection, case_id: str, access: CaseAccess) -> None:
    """Say whose a case is, and who may see it."""
    values = {"owner_id": access.owner_id, "team_id": access.team_id, "visibility": access.visibility.value}
    if not connection.execute(update(_cases).where(_cases.c.id == case_id).values(**values)).rowcount:
        raise UnknownCase


def count_owned(connection: Connection) -> dict[str, int]:
    """How many cases each person has."""
    query = select(_cases.c.owner_id, func.count()).where(_cases.c.owner_id != "").group_by(_cases.c.owner_id)
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}


def list_owners_of_lessons(connection: Connection) -> frozenset[str]:
    """Who has lessons of their own."""
    query = select(_lessons.c.owner_id).where(_lessons.c.owner_id != "").distinct()
    return frozenset(connection.execute(query).scalars())


def hand_over(connection: Connection, from_id: str, to_id: str) -> tuple[str, ...]:
    """Give all cases and lessons of one person to another; says which cases."""
    connection.execute(update(_lessons).where(_lessons.c.owner_id == from_id).values(owner_id=to_id))
    change = update(_cases).where(_cases.c.owner_id == from_id).values(owner_id=to_id).returning(_cases.c.id)
    return tuple(sorted(connection.execute(change).scalars()))
