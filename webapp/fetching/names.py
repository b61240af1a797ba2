"""The numbers behind a name, found once and within the time that is left."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeAlias

from webapp.allowed import Address
from webapp.faults import UnreachablePage
from webapp.fetching.deadline import Deadline
from webapp.fetching.wording import NOT_PUBLIC, TOO_SLOW

Resolve: TypeAlias = Callable[[str, int], tuple[str, ...]]
"""Finds the numbers of a name, written out; OSError where there are none."""


def ask_system(name: str, port: int) -> tuple[str, ...]:
    """The numbers that this machine finds for a name."""
    found = socket.getaddrinfo(name.encode("ascii"), port, type=socket.SOCK_STREAM)
    return tuple(str(each[4][0]) for each in found)


def find_addresses(resolve: Resolve, name: str, *, port: int, deadline: Deadline) -> tuple[Address, ...]:
    """The numbers of a name; UnreachablePage where it has none.

    The system's resolver cannot be given a time, so it is asked in a thread that is left behind when the time is up.
    """
    answers: SimpleQueue[tuple[str, ...] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(name, port))
        except OSError as error:
            answers.put(error)

    Thread(target=ask, daemon=True, name="copytrail-resolve").start()
    try:
        answer = answers.get(timeout=deadline.remaining())
    except Empty as error:
        raise UnreachablePage(TOO_SLOW) from error
    if isinstance(answer, OSError):
        raise UnreachablePage(NOT_PUBLIC) from answer
    return tuple(ipaddress.ip_address(each) for each in answer)
