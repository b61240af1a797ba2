"""Random ids and secrets: what nobody can guess. No Flask here, so that the command line starts without it."""

from __future__ import annotations

import secrets


def make_id() -> str:
    """A random id of 160 bits, which nobody can guess, and which no command takes for an option."""
    made = secrets.token_urlsafe(20)
    return made if not made.startswith("-") else make_id()


def make_secret() -> str:
    """A random word of 256 bits, which opens something for whoever has it."""
    return secrets.token_urlsafe(32)
