"""Shared links in the database: found by what they hash to, changed only through the case they belong to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, insert, select, update

from webapp import tables
from webapp.faults import UnknownShare
from webapp.sharing.shares import Share, Terms

_shares = tables.shares


def add_share(connection: Connection, share: Share, digest: str) -> None:
    """Keep a new link; an id that was used before is refused."""
    connection.execute(
        insert(_shares).values(
            id=share.id,
            digest=digest,
            case_id=share.case_id,
            document_id=share.document_id,
            label=share.label,
            reasons=share.terms.reasons,
            names=share.terms.names,
            download=share.terms.download,
            sites=" ".join(share.terms.sites),
            made=share.made.isoformat(),
            person=share.person,
            expires=_write_time(share.expires),
            opened=0,
        )
    )


def list_shares(connection: Connection, case_id: str) -> tuple[Share, ...]:
    """The links of a case, the newest first."""
    query = select(_shares).where(_shares.c.case_id == case_id).order_by(_shares.c.made.desc(), _shares.c.id)
    return tuple(_make_share(row) for row in connection.execute(query).mappings())


def find_share(connection: Connection, digest: str) -> Share | None:
    """The link that hashes to this."""
    row = connection.execute(select(_shares).where(_shares.c.digest == digest)).mappings().first()
    return _make_share(row) if row else None


def revoke_share(connection: Connection, case_id: str, share_id: str, now: datetime) -> Share:
    """Note that the link leads nowhere from now on; once revoked it stays so."""
    return _change(connection, case_id, share_id, {"revoked": now.isoformat()})


def extend_share(connection: Connection, case_id: str, share_id: str, expires: datetime | None) -> Share:
    """Give the link another last moment; a revoked link takes none."""
    return _change(connection, case_id, share_id, {"expires": _write_time(expires)})


def count_opening(connection: Connection, share_id: str, now: datetime) -> None:
    """Note that the link was opened once more; by whom is nowhere kept."""
    counted = {"opened": _shares.c.opened + 1, "last_opened": now.isoformat()}
    connection.execute(update(_shares).where(_shares.c.id == share_id).values(counted))


def _change(connection: Connection, case_id: str, share_id: str, values: dict[str, str | None]) -> Share:
    is_meant = and_(_shares.c.id == share_id, _shares.c.case_id == case_id, _shares.c.revoked.is_(None))
    row = connection.execute(update(_shares).where(is_meant).values(values).returning(_shares)).mappings().first()
    if row is None:
        raise UnknownShare
    return _make_share(row)


def _make_share(row: RowMapping) -> Share:
    return Share(
        id=row["id"],
        case_id=row["case_id"],
        document_id=row["document_id"],
        label=row["label"],
        terms=Terms(
            reasons=row["reasons"], names=row["names"], download=row["download"], sites=tuple(row["sites"].split())
        ),
        made=datetime.fromisoformat(row["made"]),
        person=row["person"],
        expires=_read_time(row["expires"]),
        revoked=_read_time(row["revoked"]),
        opened=row["opened"],
        last_opened=_read_time(row["last_opened"]),
    )


def _write_time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _read_time(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
