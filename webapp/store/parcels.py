"""Zip files of cases in the database: asked for, claimed by one worker at a time, kept in parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Update, and_, delete, exists, insert, or_, select, update

from webapp import tables
from webapp.parcels.values import Parcel, ParcelState

_parcels = tables.parcels
_parts = tables.parcel_parts
_OPEN = (ParcelState.WAITING.value, ParcelState.RUNNING.value)
PART = 1_000_000
"""In bytes: so much is read and written at once."""


def add_parcel(connection: Connection, parcel: Parcel) -> None:
    """Ask for a zip file."""
    values = {
        "id": parcel.id,
        "case_id": parcel.case_id,
        "choices": parcel.choices,
        "person": parcel.person,
        "asked": parcel.asked.isoformat(),
        "articles": parcel.articles,
    }
    begun = {"state": ParcelState.WAITING.value, "done": 0, "size": 0, "tries": 0, "owner": "", "lease": ""}
    connection.execute(insert(_parcels).values(**values, **begun))


def list_parcels(connection: Connection, case_id: str) -> tuple[Parcel, ...]:
    """The zip files of a case, the last first."""
    query = select(_parcels).where(_parcels.c.case_id == case_id).order_by(_parcels.c.asked.desc(), _parcels.c.id)
    return tuple(_read(row) for row in connection.execute(query).mappings())


def read_parts(connection: Connection, parcel_id: str) -> Iterator[bytes]:
    """The bytes of a zip file, a part at a time."""
    query = select(_parts.c.number).where(_parts.c.parcel_id == parcel_id).order_by(_parts.c.number)
    for number in connection.execute(query).scalars().all():
        one = select(_parts.c.data).where(_parts.c.parcel_id == parcel_id, _parts.c.number == number)
        yield bytes(connection.execute(one).scalar() or b"")


def drop_parcel(connection: Connection, case_id: str, parcel_id: str) -> bool:
    """Delete one zip file of a case, made or not; says whether it was there."""
    gone = delete(_parcels).where(_parcels.c.id == parcel_id, _parcels.c.case_id == case_id)
    return bool(connection.execute(gone).rowcount)


def drop_parcels(connection: Connection, case_id: str) -> None:
    """Delete all zip files of a case, because something that they hold is deleted."""
    connection.execute(delete(_parcels).where(_parcels.c.case_id == case_id))


def drop_old(connection: Connection, before: datetime) -> int:
    """Delete the zip files that were asked for before this moment; says how many."""
    return connection.execute(delete(_parcels).where(_parcels.c.asked < before.isoformat())).rowcount


def has_old(connection: Connection, before: datetime) -> bool:
    """Whether any zip file was asked for before this moment."""
    query = select(_parcels.c.id).where(_parcels.c.asked < before.isoformat())
    return connection.execute(query.limit(1)).first() is not None


def has_open(connection: Connection) -> bool:
    """Whether any zip file is still to be made."""
    return connection.execute(select(_parcels.c.id).where(_parcels.c.state.in_(_OPEN)).limit(1)).first() is not None


def claim_parcel(connection: Connection, owner: str, *, now: datetime, until: datetime) -> Parcel | None:
    """The next zip file for this owner; one is made at a time, so that other work goes on beside it."""
    moment = now.isoformat()
    other = _parcels.alias()
    is_lost = and_(_parcels.c.state == ParcelState.RUNNING.value, _parcels.c.lease < moment)
    is_alone = ~exists().where(other.c.state == ParcelState.RUNNING.value, other.c.lease >= moment)
    free = select(_parcels).where(or_(_parcels.c.state == ParcelState.WAITING.value, is_lost), is_alone)
    row = connection.execute(free.order_by(_parcels.c.asked, _parcels.c.id).limit(1)).mappings().first()
    if row is None:
        return None
    seen = (_parcels.c.id == row["id"], _parcels.c.owner == row["owner"], _parcels.c.lease == row["lease"])
    values = {"state": ParcelState.RUNNING.value, "owner": owner, "lease": until.isoformat(), "tries": row["tries"] + 1}
    if not connection.execute(update(_parcels).where(*seen).values(done=0, **values)).rowcount:
        return None
    return _read({**row, **values, "done": 0})


def renew_lease(connection: Connection, parcel: Parcel, until: datetime) -> bool:
    """Hold a zip file longer; says whether it is still this owner's, and was not deleted."""
    return bool(connection.execute(_update_own(parcel).values(lease=until.isoformat())).rowcount)


def note_done(connection: Connection, parcel: Parcel, done: int) -> bool:
    """Note how many articles are in it; says whether it is still wanted of this owner."""
    return bool(connection.execute(_update_own(parcel).values(done=done)).rowcount)


def fail_parcel(connection: Connection, parcel: Parcel) -> None:
    """Give a zip file up."""
    connection.execute(_update_own(parcel).values(state=ParcelState.FAILED.value, owner="", lease=""))


def keep_parts(connection: Connection, parcel: Parcel, data: bytes) -> None:
    """Keep the bytes of a zip file that is made, unless it is not wanted any more."""
    made = {"state": ParcelState.DONE.value, "size": len(data), "done": parcel.articles, "owner": "", "lease": ""}
    if connection.execute(_update_own(parcel).values(**made)).rowcount:
        for number, start in enumerate(range(0, len(data), PART)):
            part = {"parcel_id": parcel.id, "number": number, "data": data[start : start + PART]}
            connection.execute(insert(_parts).values(**part))


def release_parcels(connection: Connection, owner: str, *, died: bool) -> None:
    """Let others have what this owner holds; it counts as a try only where the owner died of it."""
    held = update(_parcels).where(_parcels.c.owner == owner, _parcels.c.state == ParcelState.RUNNING.value)
    tries = _parcels.c.tries if died else _parcels.c.tries - 1
    connection.execute(held.values(state=ParcelState.WAITING.value, owner="", lease="", tries=tries))


def _update_own(parcel: Parcel) -> Update:
    ours = and_(_parcels.c.id == parcel.id, _parcels.c.owner == parcel.owner)
    return update(_parcels).where(ours, _parcels.c.state == ParcelState.RUNNING.value)


def _read(row: RowMapping | Mapping[str, object]) -> Parcel:
    names = ("id", "case_id", "choices", "person", "done", "articles", "size", "tries", "owner")
    values = {name: row[name] for name in names}
    return Parcel(
        **values,  # type: ignore[arg-type]
        asked=datetime.fromisoformat(str(row["asked"])),
        state=ParcelState(str(row["state"])),
    )
