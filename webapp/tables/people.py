"""People, teams, sign-ins, links by mail, and how often something was tried."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import AnyText, metadata

people = Table(
    "people",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("name_key", String(64), nullable=False, unique=True),
    Column("email", AnyText, nullable=False),
    Column("email_key", String(64), unique=True),
    Column("role", String(20), nullable=False),
    Column("password", Text, nullable=False),
    Column("created", String(40), nullable=False),
    Column("ended", String(40)),
)

identities = Table(
    "identities",
    metadata,
    Column("issuer", String(200), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("person_id", String(40), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("name_key", String(64), nullable=False, unique=True),
)

team_members = Table(
    "team_members",
    metadata,
    Column("team_id", String(40), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", String(40), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person_id", String(40), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("started", String(40), nullable=False),
    Column("seen", String(40), nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("person_id", String(40), ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("team_id", String(40), ForeignKey("teams.id", ondelete="SET NULL")),
    Column("role", String(20), nullable=False),
    Column("email", AnyText, nullable=False),
    Column("created", String(40), nullable=False),
    Column("expires", String(40), nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", String(40), nullable=False),
    Column("until", String(40), nullable=False, index=True),
)

desk_names = Table(
    "desk_names",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", AnyText, nullable=False),
)
