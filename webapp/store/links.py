"""Links that were handed to somebody, in the database, each under the hash of what stands in its address."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select

from webapp import tables
from webapp.people.records import Link, LinkKind, PersonRole, fold_name

_links = tables.links


def add_link(connection: Connection, link: Link) -> None:
    """Keep a link."""
    connection.execute(
        insert(_links).values(
            id=link.id,
            kind=link.kind.value,
            person_id=link.person_id,
            team_id=link.team_id,
            role=link.role.value,
            email=link.email,
            created=link.created.isoformat(),
            expires=link.expires.isoformat(),
        )
    )


def find_link(connection: Connection, link_id: str) -> Link | None:
    """The link of this id."""
    row = connection.execute(select(_links).where(_links.c.id == link_id)).mappings().first()
    return _make_link(row) if row else None


def list_links(connection: Connection, kind: LinkKind) -> tuple[Link, ...]:
    """All links of a kind, the newest first."""
    rows = connection.execute(select(_links).where(_links.c.kind == kind.value).order_by(_links.c.created.desc()))
    return tuple(_make_link(row) for row in rows.mappings())


def find_invitation(connection: Connection, email: str, now: datetime) -> Link | None:
    """The newest invitation to this e-mail address that is still good."""
    links = (each for each in list_links(connection, LinkKind.INVITE) if each.email and each.expires > now)
    return next((each for each in links if fold_name(each.email) == fold_name(email)), None)


def drop_link(connection: Connection, link_id: str) -> bool:
    """Delete a link; says whether there was one, so that it is used once only."""
    return bool(connection.execute(delete(_links).where(_links.c.id == link_id)).rowcount)


def drop_links_of(connection: Connection, person_id: str) -> None:
    """Delete all links for a person's password."""
    connection.execute(delete(_links).where(_links.c.person_id == person_id))


def drop_expired(connection: Connection, now: datetime) -> None:
    """Delete the links that have run out."""
    connection.execute(delete(_links).where(_links.c.expires <= now.isoformat()))


def _make_link(row: RowMapping) -> Link:
    return Link(
        id=row["id"],
        kind=LinkKind(row["kind"]),
        role=PersonRole(row["role"]),
        person_id=row["person_id"],
        team_id=row["team_id"],
        email=row["email"],
        created=datetime.fromisoformat(row["created"]),
        expires=datetime.fromisoformat(row["expires"]),
    )
