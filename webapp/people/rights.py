"""What somebody needs for an address, who asks, and what becomes of it; `table.py` says which address needs what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from webapp.people.records import Person, PersonRole


class Need(Enum):
    """What somebody needs to be or to have."""

    OPEN = auto()
    """Nothing: strangers too."""
    SIGNED_IN = auto()
    """An account."""
    MEMBER = auto()
    """An account that may write."""
    READ_CASE = auto()
    """A case shown to them."""
    EDIT_CASE = auto()
    """A case shown to them, and an account that may write."""
    MANAGE_CASE = auto()
    """A case of their own; for an administrator, a case shown to them."""
    ADMIN = auto()
    """An administrator."""
    READ_LESSON = auto()
    """A lesson shown to them."""
    EDIT_LESSON = auto()
    """A lesson shown to them, and an account that may write."""
    MANAGE_LESSON = auto()
    """A lesson of their own."""
    TEACH = auto()
    """A class that they started."""
    PUPIL = auto()
    """A browser that joined this class; no account is asked for, and none is enough."""


class Verdict(Enum):
    """What becomes of a request."""

    ALLOWED = auto()
    SIGN_IN = auto()
    MISSING = auto()
    """As if there were nothing."""
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom something is listed or opened."""

    person_id: str = ""
    sees_all: bool = False
    """Where there are no accounts."""


ALONE = Viewer(sees_all=True)
"""The one at a desk without accounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who asks: alone at the desk, a person with an account, or nobody we know."""

    person: Person | None = None
    is_alone: bool = False
    name: str = ""
    """By which what they do is signed; may be empty for the one who is alone."""
    sign_in: str = ""
    """The id of the sign-in by which the person was known."""
    scopes: frozenset[str] | None = None
    """What a token of the API allows; nothing limits whoever sits in front of a page."""
    token: str = ""
    """The id of the token by which a program was known."""

    @property
    def viewer(self) -> Viewer:
        """For whom things are listed."""
        return ALONE if self.is_alone else Viewer(self.person.id if self.person else "")

    @property
    def writes(self) -> bool:
        """Whether they make and change cases."""
        return self.is_alone or (self.person is not None and self.person.writes)

    @property
    def is_admin(self) -> bool:
        """Whether they look after the people."""
        return self.person is not None and self.person.role is PersonRole.ADMIN


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to one case."""

    sees: bool = False
    owns: bool = False


NOWHERE = Standing()


def judge(need: Need | None, rights: Rights, standing: Standing = NOWHERE) -> Verdict:
    """Whether somebody may have what an address does; an address without a row in the table is refused."""
    if need is None:
        return Verdict.REFUSED
    if need is Need.OPEN or rights.is_alone:
        return Verdict.ALLOWED
    if rights.person is None:
        return Verdict.SIGN_IN
    if need in _OF_A_CASE and not standing.sees:
        return Verdict.MISSING
    return Verdict.ALLOWED if _has(need, rights, standing) else Verdict.REFUSED


_OF_A_CASE = frozenset(
    {
        Need.READ_CASE,
        Need.EDIT_CASE,
        Need.MANAGE_CASE,
        Need.READ_LESSON,
        Need.EDIT_LESSON,
        Need.MANAGE_LESSON,
        Need.TEACH,
    }
)
"""What is asked of one thing: whoever is not shown it learns not even that it is there."""


def _has(need: Need, rights: Rights, standing: Standing) -> bool:
    if need is Need.ADMIN:
        return rights.is_admin
    if need in {Need.MANAGE_LESSON, Need.TEACH}:
        return rights.writes and standing.owns
    if need is Need.MANAGE_CASE:
        return rights.writes and (standing.owns or rights.is_admin)
    return rights.writes or need not in {Need.MEMBER, Need.EDIT_CASE, Need.EDIT_LESSON}
