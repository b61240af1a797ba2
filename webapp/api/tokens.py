"""The use cases of tokens: make one, know a program by it, list and revoke; and how often each may ask."""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from copytrail.errors import CopytrailError
from webapp import store
from webapp.api.access import Scope, Token
from webapp.db import Database
from webapp.faults import NotFound, TriedTooOften
from webapp.people.records import Person, hash_token

DAYS = (7, 30, 90, 365)
"""So long a token may be good."""
LONGEST_NAME = 100
MOST_TOKENS = 50
NOTED_EVERY = timedelta(minutes=5)
RATE, SECONDS = 600, 60.0
"""So many requests are answered in so many seconds, for each token."""
MARK = "ct"
"""How every token begins, so that people and programs that look for secrets know it."""


class BadToken(CopytrailError):
    """The token cannot be made."""


class UnknownToken(NotFound):
    """The token is not here: it was revoked, or has run out."""


@dataclass(frozen=True, slots=True)
class Meter:
    """How often each token asked just now, in memory: as many at once as in a minute, then at an even pace."""

    left: dict[str, tuple[float, float]] = field(default_factory=dict)
    """How many requests each has left, and when that was."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, name: str, now: float) -> None:
        """Count one request; raises TriedTooOften where there were too many."""
        with self.lock:
            left, since = self.left.get(name, (float(RATE), now))
            left = min(float(RATE), left + max(0.0, now - since) * RATE / SECONDS)
            if left < 1:
                raise TriedTooOften(max(1, ceil((1 - left) * SECONDS / RATE)))
            self.left[name] = (left - 1, now)
            if len(self.left) > 10_000:
                self.left.clear()


@dataclass(frozen=True, slots=True)
class Tokens:
    """What can be done with tokens; built once, with the clock and what makes ids and secrets."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    make_secret: Callable[[], str]
    meter: Meter = field(default_factory=Meter)

    def make(self, person_id: str | None, name: str, *, scope: Scope, days: int) -> str:
        """Make a token; it is told once, here. Raises BadToken."""
        called = " ".join(name.split())
        if not 0 < len(called) <= LONGEST_NAME:
            raise BadToken(f"Say what the token is for, in up to {LONGEST_NAME} characters.")
        if days not in DAYS:
            raise BadToken(f"A token is good for {', '.join(map(str, DAYS[:-1]))} or {DAYS[-1]} days.")
        now, token_id, secret = self.clock(), self.make_id(), self.make_secret()
        token = Token(
            id=token_id,
            person_id=person_id,
            name=called,
            scope=scope,
            hash=hash_token(secret),
            created=now,
            expires=now + timedelta(days=days),
        )
        with self.database.writing() as connection:
            store.tokens.drop_expired(connection, now)
            if store.tokens.count_tokens(connection, person_id) >= MOST_TOKENS:
                raise BadToken(f"There are {MOST_TOKENS} tokens already: revoke one first.")
            store.tokens.add_token(connection, token)
        return f"{MARK}.{token_id}.{secret}"

    def recognise(self, shown: str) -> tuple[Token, Person | None] | None:
        """The token that a program shows, with its person; nothing where it, or the account, is good no more."""
        mark, _, rest = shown.partition(".")
        token_id, _, secret = rest.partition(".")
        now = self.clock()
        with self.database.reading() as connection:
            token = store.tokens.find_token(connection, token_id) if mark == MARK else None
            person = store.people.load_person(connection, token.person_id) if token and token.person_id else None
        is_right = hmac.compare_digest(hash_token(secret), token.hash if token else hash_token(""))
        if token is None or not is_right or not token.holds(now) or (person and not person.is_active):
            return None
        if token.seen is None or now - token.seen >= NOTED_EVERY:
            with self.database.writing() as connection:
                store.tokens.touch_token(connection, token.id, now)
        return token, person

    def list_tokens(self, person_id: str | None) -> tuple[Token, ...]:
        """The tokens of a person that are still good, the newest first."""
        now = self.clock()
        with self.database.reading() as connection:
            return tuple(each for each in store.tokens.list_tokens(connection, person_id) if each.holds(now))

    def revoke(self, person_id: str | None, token_id: str) -> None:
        """Make a token good no more."""
        with self.database.writing() as connection:
            if not store.tokens.revoke_token(connection, person_id, token_id):
                raise UnknownToken
