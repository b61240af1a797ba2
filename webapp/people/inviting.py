"""The use cases of links: invite somebody, let somebody set a new password. A link is good once, and not for long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, BadName, UnknownLink
from webapp.people.accounts import TAKEN, check_email, check_name
from webapp.people.limits import Limits
from webapp.people.passwords import check_password, hash_password
from webapp.people.records import Link, LinkKind, Person, PersonRole, hash_token

RESET_HOLDS = timedelta(days=1)
DAYS = (1, 7, 30)
"""So many days an invitation may be good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What somebody is invited to."""

    role: PersonRole = PersonRole.MEMBER
    team_id: str | None = None
    email: str = ""
    days: int = 7


@dataclass(frozen=True, slots=True)
class Inviting:
    """What can be done with links."""

    database: Database
    clock: Callable[[], datetime]
    make_token: Callable[[], str]
    make_id: Callable[[], str]
    limits: Limits

    def invite(self, invitation: Invitation) -> str:
        """Make an invitation; gives the secret part of its address, which is told once."""
        token, now = self.make_token(), self.clock()
        return self._add(
            token,
            Link(
                id=hash_token(token),
                kind=LinkKind.INVITE,
                role=invitation.role,
                team_id=invitation.team_id,
                email=check_email(invitation.email),
                created=now,
                expires=now + timedelta(days=invitation.days),
            ),
        )

    def reset(self, person: Person) -> str:
        """Make a link by which a person sets a new password; gives the secret part of its address."""
        token, now = self.make_token(), self.clock()
        return self._add(
            token,
            Link(
                id=hash_token(token),
                kind=LinkKind.RESET,
                role=person.role,
                person_id=person.id,
                created=now,
                expires=now + RESET_HOLDS,
            ),
        )

    def list_invitations(self) -> tuple[Link, ...]:
        """The invitations that are still good, the newest first."""
        with self.database.reading() as connection:
            links = store.links.list_links(connection, LinkKind.INVITE)
        return tuple(link for link in links if link.expires > self.clock())

    def withdraw(self, link_id: str) -> None:
        """Make a link good no more."""
        with self.database.writing() as connection:
            if not store.links.drop_link(connection, link_id):
                raise UnknownLink

    def open(self, token: str, kind: LinkKind, *, address: str) -> Link:
        """The link of this secret, if it is good; used, withdrawn, run out and unknown ones look alike."""
        tried = self.limits.try_link(address)
        with self.database.reading() as connection:
            link = _require_good(store.links.find_link(connection, hash_token(token)), kind, self.clock())
        self.limits.forgive(tried)
        return link

    def find_person(self, link: Link) -> Person:
        """Whose password the link sets."""
        with self.database.reading() as connection:
            person = store.people.load_person(connection, link.person_id or "")
        if not person.is_active:
            raise UnknownLink
        return person

    def accept(self, token: str, name: str, password: str) -> Person:
        """Make the account of somebody who was invited; the invitation is used up."""
        plain, now = check_name(name), self.clock()
        check_password(password, plain)
        kept = hash_password(password)
        try:
            with self.database.writing() as connection:
                found = store.links.find_link(connection, hash_token(token))
                link = _require_good(found, LinkKind.INVITE, now)
                store.links.drop_link(connection, link.id)
                person = Person(
                    id=self.make_id(), name=plain, role=link.role, email=link.email, password=kept, created=now
                )
                store.people.add_person(connection, person)
                if link.team_id:
                    store.teams.add_member(connection, link.team_id, person.id)
                return person
        except AlreadyStored as error:
            raise BadName(TAKEN) from error

    def use_reset(self, token: str) -> Person:
        """Use up the link; gives the person whose password may be set."""
        with self.database.writing() as connection:
            link = _require_good(store.links.find_link(connection, hash_token(token)), LinkKind.RESET, self.clock())
            store.links.drop_link(connection, link.id)
        return self.find_person(link)

    def _add(self, token: str, link: Link) -> str:
        with self.database.writing() as connection:
            store.links.drop_expired(connection, link.created)
            store.links.add_link(connection, link)
        return token


def _require_good(link: Link | None, kind: LinkKind, now: datetime) -> Link:
    if link is None or link.kind is not kind or link.expires <= now:
        raise UnknownLink
    return link
