"""People in the database, and the name of the one who is alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, ScalarSelect, exists, insert, or_, select, update

from webapp import tables
from webapp.faults import LastAdmin, UnknownPerson
from webapp.people.records import Person, PersonRole, fold_name

_people = tables.people
_identities = tables.identities
_desk = tables.desk_names
_LONE = select(exists(select(_people.c.id)), select(_desk.c.name).where(_desk.c.id == 1).scalar_subquery())
"""Asked for with every page, so put together once."""


def has_people(connection: Connection) -> bool:
    """Whether there is anybody with an account, ended or not."""
    return connection.execute(select(_people.c.id).limit(1)).first() is not None


def find_lone_name(connection: Connection) -> str | None:
    """The name of the one who works here without accounts, empty where none was given; none where there are any."""
    has_accounts, name = connection.execute(_LONE).one()
    return None if has_accounts else name or ""


def add_person(connection: Connection, person: Person) -> None:
    """Keep a new person; a name or e-mail address that somebody has is refused."""
    connection.execute(insert(_people).values(id=person.id, created=person.created.isoformat(), **_describe(person)))


def save_person(connection: Connection, person: Person) -> None:
    """Keep what changed of a person."""
    connection.execute(update(_people).where(_people.c.id == person.id).values(**_describe(person)))


def load_person(connection: Connection, person_id: str) -> Person:
    """The person of this id."""
    row = connection.execute(select(_people).where(_people.c.id == person_id)).mappings().first()
    if row is None:
        raise UnknownPerson
    return make_person(row)


def find_person(connection: Connection, typed: str) -> Person | None:
    """The person of this name or e-mail address, the name first."""
    key = fold_name(typed)
    query = select(_people).where(or_(_people.c.name_key == key, _people.c.email_key == key))
    found = [make_person(row) for row in connection.execute(query).mappings()]
    return min(found, key=lambda each: fold_name(each.name) != key, default=None)


def find_writer(name: str) -> ScalarSelect[str]:
    """The id of the one who has this name at this moment, for the row of what they do; nobody without an account."""
    return select(_people.c.id).where(_people.c.name_key == fold_name(name)).scalar_subquery()


def list_people(connection: Connection) -> tuple[Person, ...]:
    """Everybody, in the order in which they came."""
    rows = connection.execute(select(_people).order_by(_people.c.created, _people.c.id)).mappings()
    return tuple(make_person(row) for row in rows)


def require_admin(connection: Connection) -> None:
    """Fail, and so undo what was done, where nobody is left to look after the people."""
    is_admin = (_people.c.role == PersonRole.ADMIN.value, _people.c.ended.is_(None))
    if connection.execute(select(_people.c.id).where(*is_admin).limit(1)).first() is None:
        raise LastAdmin


def find_by_subject(connection: Connection, issuer: str, subject: str) -> Person | None:
    """The person whom a provider knows under this subject."""
    query = select(_people).join(_identities).where(_identities.c.issuer == issuer, _identities.c.subject == subject)
    row = connection.execute(query).mappings().first()
    return make_person(row) if row else None


def find_unlinked(connection: Connection, email: str, issuer: str) -> Person | None:
    """The person of this e-mail address, unless a provider knows them under a subject already."""
    linked = select(_identities.c.person_id).where(_identities.c.issuer == issuer)
    query = select(_people).where(_people.c.email_key == fold_name(email), _people.c.id.not_in(linked))
    row = connection.execute(query).mappings().first()
    return make_person(row) if row else None


def link_subject(connection: Connection, issuer: str, subject: str, person_id: str) -> None:
    """Keep under which subject a provider knows a person."""
    connection.execute(insert(_identities).values(issuer=issuer, subject=subject, person_id=person_id))


def find_desk_name(connection: Connection) -> str:
    """The name of the one at a desk without accounts; empty where none was given."""
    found: str | None = connection.execute(select(_desk.c.name).where(_desk.c.id == 1)).scalar()
    return found or ""


def save_desk_name(connection: Connection, name: str) -> None:
    """Keep the name of the one who is alone."""
    if not connection.execute(update(_desk).where(_desk.c.id == 1).values(name=name)).rowcount:
        connection.execute(insert(_desk).values(id=1, name=name))


def make_person(row: RowMapping) -> Person:
    """The person of a row."""
    return Person(
        id=row["id"],
        name=row["name"],
        role=PersonRole(row["role"]),
        email=row["email"],
        password=row["password"],
        created=datetime.fromisoformat(row["created"]),
        ended=datetime.fromisoformat(row["ended"]) if row["ended"] else None,
    )


def _describe(person: Person) -> dict[str, str | None]:
    return {
        "name": person.name,
        "name_key": fold_name(person.name),
        "email": person.email,
        "email_key": fold_name(person.email) if person.email.strip() else None,
        "role": person.role.value,
        "password": person.password,
        "ended": person.ended.isoformat() if person.ended else None,
    }
