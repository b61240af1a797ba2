"""What a token allows, and what is kept of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from webapp.people.rights import Need


class Scope(StrEnum):
    """What a token allows; each includes those before it."""

    READ = "read"
    WRITE = "write"
    MANAGE = "manage"

    @property
    def covered(self) -> frozenset[Scope]:
        """The scopes that this one allows.

        >>> sorted(Scope.WRITE.covered)
        [<Scope.READ: 'read'>, <Scope.WRITE: 'write'>]
        """
        order = list(Scope)
        return frozenset(order[: order.index(self) + 1])


_SCOPES = {
    Need.SIGNED_IN: Scope.READ,
    Need.READ_CASE: Scope.READ,
    Need.MEMBER: Scope.WRITE,
    Need.EDIT_CASE: Scope.WRITE,
    Need.MANAGE_CASE: Scope.MANAGE,
    Need.ADMIN: Scope.MANAGE,
    Need.READ_LESSON: Scope.READ,
    Need.EDIT_LESSON: Scope.WRITE,
    Need.MANAGE_LESSON: Scope.MANAGE,
}


def find_scope(need: Need | None) -> Scope | None:
    """The scope that a token must have for what needs this; none where strangers may have it, too."""
    return _SCOPES.get(need) if need else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What is kept of a token; its secret is kept as a hash only."""

    id: str
    person_id: str | None
    """Whose it is; nobody's where it was made without accounts."""
    name: str
    scope: Scope
    hash: str
    created: datetime
    expires: datetime
    seen: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is still good."""
        return now < self.expires


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAnswer:
    """What is known of a request that a program named by a key."""

    request: str
    """The digest of what was asked."""
    place: str
    """Where the answer is found; empty while it is being made."""
