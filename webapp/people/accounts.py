"""The use cases of accounts: make one, change it, end it; and the name of the one who works without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from webapp import store
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored, BadName, UnknownPerson
from webapp.people.passwords import check_password, hash_password
from webapp.people.records import Person, PersonRole

LONGEST_NAME = 100
TAKEN = "Somebody has this name or e-mail address already: choose another."


@dataclass(frozen=True, slots=True)
class Accounts:
    """What can be done with accounts."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]

    def has_people(self) -> bool:
        """Whether signing in is needed: from the first account on, for good."""
        with self.database.reading() as connection:
            return store.people.has_people(connection)

    def list_people(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they came."""
        with self.database.reading() as connection:
            return store.people.list_people(connection)

    def load(self, person_id: str) -> Person:
        """The person of this id."""
        with self.database.reading() as connection:
            return store.people.load_person(connection, person_id)

    def find(self, name: str) -> Person:
        """The person of this name or e-mail address."""
        with self.database.reading() as connection:
            person = store.people.find_person(connection, name)
        if person is None:
            raise UnknownPerson
        return person

    def add(self, name: str, role: PersonRole, *, email: str = "", password: str = "") -> Person:
        """Make an account; without a password the person sets one by a link."""
        if password:
            check_password(password, name)
        person = Person(
            id=self.make_id(),
            name=check_name(name),
            role=role,
            email=check_email(email),
            password=hash_password(password) if password else "",
            created=self.clock(),
        )
        try:
            with self.database.writing() as connection:
                store.people.add_person(connection, person)
        except AlreadyStored as error:
            raise BadName(TAKEN) from error
        return person

    def rename(self, person_id: str, name: str) -> None:
        """Give a person another name; what they wrote keeps the name it was written under."""
        named = check_name(name)
        try:
            self._change(person_id, lambda person: replace(person, name=named))
        except AlreadyStored as error:
            raise BadName(TAKEN) from error

    def change_role(self, person_id: str, role: PersonRole) -> None:
        """Make somebody an administrator, a member or a reader; whoever may do less than before loses all tokens."""
        with self.database.writing() as connection:
            person = store.people.load_person(connection, person_id)
            store.people.save_person(connection, replace(person, role=role))
            if role.is_less_than(person.role):
                store.tokens.revoke_all(connection, person_id)
            store.people.require_admin(connection)

    def end(self, person_id: str) -> None:
        """Let somebody sign in no more, and end where they are signed in; what they wrote stays."""
        now = self.clock()
        with self.database.writing() as connection:
            person = store.people.load_person(connection, person_id)
            store.people.save_person(connection, replace(person, ended=person.ended or now))
            store.sign_ins.end_all(connection, person_id)
            store.links.drop_links_of(connection, person_id)
            store.tokens.revoke_all(connection, person_id)
            store.people.require_admin(connection)

    def bring_back(self, person_id: str) -> None:
        """Let somebody sign in again."""
        self._change(person_id, lambda person: replace(person, ended=None))

    def count_cases(self) -> dict[str, int]:
        """How many cases each person has."""
        with self.database.reading() as connection:
            return store.access.count_owned(connection)

    def list_teachers(self) -> frozenset[str]:
        """Who has lessons of their own."""
        with self.database.reading() as connection:
            return store.access.list_owners_of_lessons(connection)

    def hand_over(self, from_id: str, to_id: str, *, by: str = "") -> int:
        """Give all cases and lessons of one person to another; says how many cases."""
        with self.database.writing() as connection:
            store.people.load_person(connection, from_id)
            heir = store.people.load_person(connection, to_id)
            if not heir.is_active or not heir.writes:
                raise UnknownPerson
            handed = store.access.hand_over(connection, from_id, to_id)
            done = Done(deed=Deed.CHANGED_WHO_SEES, time=self.clock(), person=by, data={"handed": True})
            for case_id in handed:
                store.events.add_event(connection, case_id, done)
            return len(handed)

    def find_desk_name(self) -> str:
        """The name of the one at a desk without accounts."""
        with self.database.reading() as connection:
            return store.people.find_desk_name(connection)

    def name_desk(self, name: str) -> None:
        """Keep the name of the one at a desk without accounts; empty is nobody's."""
        named = check_name(name) if name.strip() else ""
        with self.database.writing() as connection:
            store.people.save_desk_name(connection, named)
        self.database.forget()

    def _change(self, person_id: str, change: Callable[[Person], Person]) -> None:
        with self.database.writing() as connection:
            store.people.save_person(connection, change(store.people.load_person(connection, person_id)))
            store.people.require_admin(connection)


def check_name(name: str) -> str:
    """The name as it is kept; refuses one that is empty or too long."""
    plain = " ".join(name.split())
    if not plain:
        raise BadName("A name is needed.")
    if len(plain) > LONGEST_NAME:
        raise BadName(f"A name has at most {LONGEST_NAME} characters.")
    return plain


def check_email(email: str) -> str:
    """The address as it is kept; refuses what cannot be one."""
    plain = email.strip()
    if plain and (len(plain) > 200 or any(each.isspace() for each in plain) or plain.count("@") != 1):
        raise BadName("An e-mail address looks like name@newsroom.example.")
    return plain
