"""How often something may be tried: a few times freely, then with waits that grow.

The name that was typed is never kept, only a keyed hash of it: it may have been a password in the wrong field. An
account is guarded most where the tries come from one address; from all addresses together it waits a minute at most.
A browser in which the person signed in before is counted on its own, so that nobody's guesses elsewhere make them
wait there. An address alone is only ever slowed down: a school has one for everybody.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from webapp import store
from webapp.db import Database
from webapp.faults import TriedTooOften
from webapp.people.attempts import Attempt, Rule
from webapp.people.records import fold_name

ACCOUNT_HERE = Rule(name="account-here", free=5, first=60, longest=900)
ACCOUNT = Rule(name="account", free=40, first=60, longest=60)
KNOWN = Rule(name="known-browser", free=5, first=60, longest=900)
OWN = Rule(name="own-password", free=5, first=60, longest=900)
ADDRESS = Rule(name="address", free=100, first=3, longest=3)
LINKS = Rule(name="links", free=30, first=3, longest=3)
WINDOW = timedelta(hours=12)
"""After so long without a try the count starts anew."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What was counted for one try, so that it can be forgiven where it was right."""

    own: tuple[str, ...] = ()
    place: str = ""
    """The count of an address, which has one try less then."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Counts tries in the database, so that a restart does not clear them."""

    database: Database
    clock: Callable[[], datetime]
    secret: str
    """With which what was typed is hashed before it is counted."""

    def try_account(self, name: str, address: str) -> Tried:
        """Count one try to sign in under a name in a browser that is not known; fail where it is too early."""
        folded = fold_name(name)
        tries = (
            (ACCOUNT_HERE, self._hide(ACCOUNT_HERE, folded, address)),
            (ACCOUNT, self._hide(ACCOUNT, folded)),
            (ADDRESS, self._hide(ADDRESS, address)),
        )
        self._count(tries)
        here, everywhere, place = (key for _rule, key in tries)
        return Tried((here, everywhere), place)

    def try_known(self, person_id: str, browser_id: str) -> Tried:
        """Count one try to sign in where the person did before, apart from all others."""
        return self._try_own(KNOWN, person_id, browser_id)

    def try_own(self, person_id: str) -> Tried:
        """Count one try of somebody who is signed in to say their present password."""
        return self._try_own(OWN, person_id)

    def try_link(self, address: str) -> Tried:
        """Count one link that is opened; fail where many were tried that are none."""
        key = self._hide(LINKS, address)
        self._count(((LINKS, key),))
        return Tried(place=key)

    def forgive(self, tried: Tried) -> None:
        """Take back the tries that were right: the counts of an account go, an address has one try less."""
        with self.database.writing() as connection:
            for key in tried.own:
                store.attempts.clear(connection, key)
            store.attempts.take_back(connection, tried.place)

    def _try_own(self, rule: Rule, *words: str) -> Tried:
        key = self._hide(rule, *words)
        self._count(((rule, key),))
        return Tried((key,))

    def _count(self, tries: tuple[tuple[Rule, str], ...]) -> None:
        now = self.clock()
        with self.database.writing() as connection:
            store.attempts.drop_old(connection, now - WINDOW)
            known = {key: store.attempts.load(connection, key) for _rule, key in tries}
            wait = max((each.until - now for each in known.values() if each), default=timedelta())
            if wait > timedelta():
                raise TriedTooOften(ceil(wait.total_seconds()))
            for rule, key in tries:
                store.attempts.save(connection, key, rule.count(known[key] or Attempt(0, now, now), now))

    def _hide(self, rule: Rule, *words: str) -> str:
        message = "\0".join((rule.name, *words)).encode("utf-8", "surrogatepass")
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()
