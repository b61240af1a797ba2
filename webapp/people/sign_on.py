"""The use cases of the newsroom's own sign-on: who comes back from the provider, and whether they have an account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, NotInvited, SignOnFailed
from webapp.people.accounts import LONGEST_NAME
from webapp.people.provider import Attempt, Known, Provider
from webapp.people.records import Link, Person, PersonRole

SAME_NAME = "Somebody here has your name or your e-mail address already: ask an administrator for an account."


@dataclass(frozen=True, slots=True)
class SigningOn:
    """What can be done with the provider's word; without a provider, nothing."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    make_token: Callable[[], str]
    provider: Provider | None = None

    def start(self, going: str) -> Attempt:
        """What the browser keeps while it is at the provider."""
        state, nonce, *words = (self.make_token() for _ in range(4))
        return Attempt(state=state, nonce=nonce, verifier="".join(words), going=going)

    def find_address(self, attempt: Attempt, back: str) -> str:
        """Where the browser goes to be known."""
        return self._require_provider().name_address(attempt, back)

    def come_back(self, code: str, attempt: Attempt, back: str) -> Person:
        """The person who comes back with a code; makes the account of somebody who was invited."""
        if not code:
            raise SignOnFailed
        known = self._require_provider().exchange(code, attempt, back, self.clock().timestamp())
        try:
            person = self._find_person(known) or self._join(known)
        except AlreadyStored as error:
            raise NotInvited(SAME_NAME) from error
        if person is None or not person.is_active:
            raise NotInvited
        return person

    def _find_person(self, known: Known) -> Person | None:
        """The person of this subject; the first time, the one whose account was made for the verified address."""
        issuer = self._require_provider().settings.issuer
        with self.database.writing() as connection:
            found = store.people.find_by_subject(connection, issuer, known.subject)
            if found is None and known.email:
                found = store.people.find_unlinked(connection, known.email, issuer)
                if found:
                    store.people.link_subject(connection, issuer, known.subject, found.id)
        return found

    def _join(self, known: Known) -> Person | None:
        """A new account for somebody who was invited, or whose address is of a domain that is let in."""
        settings, now = self._require_provider().settings, self.clock()
        if not known.email:
            return None
        with self.database.writing() as connection:
            link = store.links.find_invitation(connection, known.email, now)
            if link is None and known.email.rpartition("@")[2].casefold() not in settings.domains:
                return None
            person = self._make_person(known, link)
            store.people.add_person(connection, person)
            store.people.link_subject(connection, settings.issuer, known.subject, person.id)
            if link:
                store.links.drop_link(connection, link.id)
            if link and link.team_id:
                store.teams.add_member(connection, link.team_id, person.id)
        return person

    def _make_person(self, known: Known, link: Link | None) -> Person:
        name = " ".join(known.name.split())[:LONGEST_NAME] or known.email
        role = link.role if link else PersonRole.MEMBER
        return Person(id=self.make_id(), name=name, role=role, email=known.email, created=self.clock())

    def _require_provider(self) -> Provider:
        if self.provider is None:
            raise SignOnFailed
        return self.provider
