"""People, teams, sign-ins and who may see a case, as values."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PersonRole(StrEnum):
    """What a person may do in general; what they may see is said of each case."""

    ADMIN = "admin"
    MEMBER = "member"
    READER = "reader"

    def is_less_than(self, other: PersonRole) -> bool:
        """Whether it allows less than another.

        >>> PersonRole.READER.is_less_than(PersonRole.MEMBER), PersonRole.ADMIN.is_less_than(PersonRole.MEMBER)
        (True, False)
        """
        order = list(PersonRole)
        return order.index(self) > order.index(other)


class Visibility(StrEnum):
    """Who may see a case: its owner, the owner's team, or everybody with an account."""

    PRIVATE = "private"
    TEAM = "team"
    ALL = "all"


class LinkKind(StrEnum):
    """What a link that was handed to somebody opens."""

    INVITE = "invite"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account."""

    id: str
    name: str
    role: PersonRole
    email: str = ""
    password: str = ""
    """Its hash; empty where the person signs in elsewhere, or has yet to set one."""
    created: datetime
    ended: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether the person may sign in."""
        return self.ended is None

    @property
    def writes(self) -> bool:
        """Whether the person makes and changes cases."""
        return self.role is not PersonRole.READER


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """People who share cases."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    """The ids of its people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One browser in which a person is signed in; its id is the hash of what the browser keeps."""

    id: str
    person_id: str
    started: datetime
    seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An invitation, or leave to set a new password; kept as the hash of what stands in its address."""

    id: str
    kind: LinkKind
    role: PersonRole = PersonRole.MEMBER
    person_id: str | None = None
    team_id: str | None = None
    email: str = ""
    created: datetime
    expires: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccess:
    """Whose a case is, and who may see it; a case of nobody is for all."""

    owner_id: str = ""
    team_id: str = ""
    visibility: Visibility = Visibility.ALL


@dataclass(frozen=True, slots=True)
class Signature:
    """A name under which nobody with an account wrote, and how often."""

    name: str
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What belongs to nobody."""

    cases: int = 0
    lessons: int = 0
    classes: int = 0
    signatures: tuple[Signature, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether everything belongs to somebody."""
        return not (self.cases or self.lessons or self.classes or self.signatures)


def fold_name(name: str) -> str:
    """A key under which a name is found again, however it is written; its hash, so that any name fits.

    >>> fold_name("  Zoë  Byrne") == fold_name("zoë byrne")
    True
    """
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return hash_token(plain)


def hash_token(token: str) -> str:
    """The hash under which a token is kept: who reads the database cannot use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
