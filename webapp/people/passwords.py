"""Passwords: which are taken, how they are kept, and whether one is right.

Kept as argon2id with what OWASP asks for at least: 19 MiB of memory, two passes, one lane.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from webapp.faults import BadPassword

SHORTEST, LONGEST = 12, 1000
MEMORY_KIB, PASSES, LANES = 19_456, 2, 1
_COMMON = Path(__file__).with_name("common_passwords.txt")
_hasher = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def check_password(password: str, name: str = "") -> None:
    """Refuse a password that is too short or one of the first that anybody would try.

    >>> check_password("password1234")
    Traceback (most recent call last):
    ...
    webapp.faults.people.BadPassword: This password is one of the first that anybody would try: choose another.
    """
    plain = _normalise(password)
    if len(plain) < SHORTEST:
        raise BadPassword(f"A password has at least {SHORTEST} characters; a few words are easy to remember.")
    if len(plain) > LONGEST:
        raise BadPassword(f"A password has at most {LONGEST:,} characters.")
    folded = "".join(plain.casefold().split())
    named = "".join(_normalise(name).casefold().split())
    rest = folded.replace(named, "") if len(named) > 2 else folded
    if folded in _list_common() or len(set(folded)) < 5 or len(rest) < 4:
        raise BadPassword("This password is one of the first that anybody would try: choose another.")


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(_normalise(password))


def is_right(password: str, kept: str) -> bool:
    """Whether it is the password of which this was kept; where nothing was, it takes as long to say no."""
    try:
        return _hasher.verify(kept or _hash_nothing(), _normalise(password)) and bool(kept)
    except (VerifyMismatchError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether a password was kept in another way than we keep it now."""
    return _hasher.check_needs_rehash(kept)


def _normalise(password: str) -> str:
    """The same password from every keyboard; what cannot be written as bytes is replaced."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=1)
def _hash_nothing() -> str:
    return _hasher.hash("nobody has this password")


@lru_cache(maxsize=1)
def _list_common() -> frozenset[str]:
    return frozenset(_COMMON.read_text(encoding="utf-8").split())
