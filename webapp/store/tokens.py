"""Tokens of the API in the database; of the secret only its hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from webapp import tables
from webapp.api.access import Scope, Token

_tokens = tables.api_tokens


def add_token(connection: Connection, token: Token) -> None:
    """Keep a token."""
    connection.execute(
        insert(_tokens).values(
            id=token.id,
            person_id=token.person_id,
            name=token.name,
            scope=token.scope.value,
            hash=token.hash,
            created=token.created.isoformat(),
            expires=token.expires.isoformat(),
        )
    )


def find_token(connection: Connection, token_id: str) -> Token | None:
    """The token of this id."""
    row = connection.execute(select(_tokens).where(_tokens.c.id == token_id)).mappings().first()
    return _make_token(row) if row else None


def list_tokens(connection: Connection, person_id: str | None) -> tuple[Token, ...]:
    """The tokens of a person, or those made without accounts, the newest first."""
    query = select(_tokens).where(_tokens.c.person_id == person_id).order_by(_tokens.c.created.desc(), _tokens.c.id)
    return tuple(_make_token(row) for row in connection.execute(query).mappings())


def count_tokens(connection: Connection, person_id: str | None) -> int:
    """How many tokens a person has."""
    query = select(func.count()).select_from(_tokens).where(_tokens.c.person_id == person_id)
    return connection.execute(query).scalar_one()


def touch_token(connection: Connection, token_id: str, now: datetime) -> None:
    """Note that it was used."""
    connection.execute(update(_tokens).where(_tokens.c.id == token_id).values(seen=now.isoformat()))


def revoke_token(connection: Connection, person_id: str | None, token_id: str) -> bool:
    """Delete a token of a person; says whether there was one."""
    gone = delete(_tokens).where(_tokens.c.id == token_id, _tokens.c.person_id == person_id)
    return bool(connection.execute(gone).rowcount)


def revoke_all(connection: Connection, person_id: str) -> None:
    """Delete all tokens of a person."""
    connection.execute(delete(_tokens).where(_tokens.c.person_id == person_id))


def drop_expired(connection: Connection, now: datetime) -> None:
    """Delete the tokens that are good no more."""
    connection.execute(delete(_tokens).where(_tokens.c.expires <= now.isoformat()))


def _make_token(row: RowMapping) -> Token:
    return Token(
        id=row["id"],
        person_id=row["person_id"],
        name=row["name"],
        scope=Scope(row["scope"]),
        hash=row["hash"],
        created=datetime.fromisoformat(row["created"]),
        expires=datetime.fromisoformat(row["expires"]),
        seen=datetime.fromisoformat(row["seen"]) if row["seen"] else None,
    )
