"""What an operation of the API is: one small declaration beside each view, from which its description is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from webapp.api.about import About, Hint
from webapp.api.access import Scope, find_scope
from webapp.people.rights import Need

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A part of an address."""

    name: str
    hint: Hint = str
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Lingering:
    """It is deleted, but its words are still in the database's log; they go without another request."""

    detail: Annotated[str, About(text="What keeps them there.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What comes back where all went well."""

    about: str
    status: int = 200
    gives: Hint | None = None
    """The value in the body, as JSON."""
    media: tuple[str, ...] = (JSON,)
    """The content types; nothing where there is no body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers beside the usual ones, each in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method at one address."""

    summary: str
    about: str = ""
    takes: Hint | None = None
    """The value in the body of the request."""
    file: str = ""
    """The content type of the file in the body, where it is no value of ours."""
    query: tuple[Parameter, ...] = ()
    headers: tuple[Parameter, ...] = ()
    answer: Answer
    refuses: frozenset[int] = frozenset()
    """Statuses of problems beside those that every such operation has."""
    deletes: bool = False
    """Whether words are deleted, which may take longer to leave the files than the answer waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An operation where it is served."""

    name: str
    """Of the view."""
    group: str
    method: str
    path: str
    """With its variable parts in braces."""
    places: Mapping[str, Hint]
    """These variable parts."""
    need: Need
    operation: Operation

    @property
    def scope(self) -> Scope | None:
        """What a token must allow."""
        return find_scope(self.need)

    @property
    def statuses(self) -> tuple[int, ...]:
        """The statuses of its problems."""
        found = {400, 405, 429, 500, 503} | self.operation.refuses
        found |= {401, 403} if self.scope else set()
        found |= {404} if self.places else set()
        found |= {413, 415, 422} if self.operation.takes or self.operation.file else set()
        found |= {422} if self.operation.query else set()
        return tuple(sorted(found))
