"""The use cases of signing in: by name and password, known again by what the browser keeps, ended here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from webapp import store
from webapp.db import Database
from webapp.faults import UnknownSignIn, WrongCredentials
from webapp.people.browsers import Browser
from webapp.people.limits import Limits
from webapp.people.passwords import check_password, hash_password, is_outdated, is_right
from webapp.people.records import Person, SignIn, hash_token

NOTED_EVERY = timedelta(minutes=5)
"""So often at most it is noted that a sign-in is still used."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What can be done with sign-ins; built with how long one holds without use, and in all."""

    database: Database
    clock: Callable[[], datetime]
    make_token: Callable[[], str]
    limits: Limits
    idle: timedelta
    longest: timedelta

    def check(self, name: str, password: str, *, address: str, browser: Browser) -> Person:
        """The person of this name and password. An unknown name takes as long and says the same."""
        with self.database.reading() as connection:
            person = store.people.find_person(connection, name)
        if person and browser.knows(person.id):
            tried = self.limits.try_known(person.id, browser.id)
        else:
            tried = self.limits.try_account(name, address)
        kept = person.password if person and person.is_active else ""
        if not is_right(password, kept) or person is None:
            raise WrongCredentials
        self.limits.forgive(tried)
        if is_outdated(kept):
            self._renew_hash(person, password)
        return person

    def begin(self, person_id: str) -> str:
        """Keep that a browser is signed in, under a new token."""
        token, now = self.make_token(), self.clock()
        with self.database.writing() as connection:
            store.sign_ins.drop_stale(connection, seen_before=now - self.idle, started_before=now - self.longest)
            sign_in = SignIn(id=hash_token(token), person_id=person_id, started=now, seen=now)
            store.sign_ins.add_sign_in(connection, sign_in)
        return token

    def recognise(self, token: str) -> tuple[SignIn, Person] | None:
        """The person whose browser keeps this token, unless the sign-in or the account has ended."""
        now = self.clock()
        with self.database.reading() as connection:
            found = store.sign_ins.find_sign_in(connection, hash_token(token))
        if found is None or not found[1].is_active or not self._holds(found[0], now):
            return None
        if now - found[0].seen >= NOTED_EVERY:
            with self.database.writing() as connection:
                store.sign_ins.touch_sign_in(connection, found[0].id, now)
        return found

    def list_sign_ins(self, person_id: str) -> tuple[SignIn, ...]:
        """Where a person is signed in, the one used last first."""
        now = self.clock()
        with self.database.reading() as connection:
            return tuple(each for each in store.sign_ins.list_sign_ins(connection, person_id) if self._holds(each, now))

    def end(self, person_id: str, sign_in_id: str) -> None:
        """End one sign-in of a person."""
        with self.database.writing() as connection:
            if not store.sign_ins.end_sign_in(connection, person_id, sign_in_id):
                raise UnknownSignIn

    def leave(self, token: str) -> None:
        """Sign out the browser that keeps this token."""
        with self.database.writing() as connection:
            found = store.sign_ins.find_sign_in(connection, hash_token(token))
            if found:
                store.sign_ins.end_sign_in(connection, found[1].id, found[0].id)

    def change_password(self, person: Person, *, old: str, new: str) -> str:
        """Set another password and end all sign-ins and tokens; gives a new token for this browser."""
        tried = self.limits.try_own(person.id)
        if not is_right(old, person.password):
            raise WrongCredentials("That is not your present password.")
        self.limits.forgive(tried)
        self.set_password(person, new)
        return self.begin(person.id)

    def set_password(self, person: Person, password: str) -> None:
        """Set another password; it ends all sign-ins, all tokens, and every link that would set one."""
        check_password(password, person.name)
        kept = hash_password(password)
        with self.database.writing() as connection:
            now = store.people.load_person(connection, person.id)
            store.people.save_person(connection, replace(now, password=kept))
            store.sign_ins.end_all(connection, person.id)
            store.tokens.revoke_all(connection, person.id)
            store.links.drop_links_of(connection, person.id)
        self.database.forget()

    def _holds(self, sign_in: SignIn, now: datetime) -> bool:
        return now - sign_in.seen < self.idle and now - sign_in.started < self.longest

    def _renew_hash(self, person: Person, password: str) -> None:
        kept = hash_password(password)
        with self.database.writing() as connection:
            now = store.people.load_person(connection, person.id)
            if now.password == person.password:
                store.people.save_person(connection, replace(now, password=kept))
