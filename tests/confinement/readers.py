"""Readers of files that no format has: they hang, grow, break or answer nonsense when a file tells them to."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.extracts import Block, Extract, FileOptions


def obey(data: bytes, options: FileOptions) -> Extract:
    """Do what the file says."""
    order, _, rest = data.decode("utf-8").partition(" ")
    return {
        "say": _say,
        "hang": _hang,
        "sleep": _sleep,
        "wait": _wait,
        "grow": _grow,
        "crash": _crash,
        "leave": _leave,
        "write": _write,
        "empty": _empty,
        "refuse": _refuse,
        "break": _break,
        "recurse": _recurse,
        "nonsense": _nonsense,
        "encoding": lambda _rest: _say(f"{options.encoding} {options.changes.value}"),
    }[order](rest)


def _say(rest: str) -> Extract:
    return Extract(blocks=(Block(rest),), notes=("A note \u2026 \U0001f600 \ud800",), has_changes=True)


def _hang(_rest: str) -> Extract:
    while True:
        pass


def _sleep(_rest: str) -> Extract:
    time.sleep(3600)
    return _say("too late")


def _wait(rest: str) -> Extract:
    time.sleep(0.2)
    return _say(rest)


def _grow(_rest: str) -> Extract:
    held = []
    while True:
        held.append(bytearray(20_000_000))


def _crash(_rest: str) -> Extract:
    os.kill(os.getpid(), signal.SIGSEGV)
    return _say("still here")


def _leave(_rest: str) -> Extract:
    os._exit(0)


def _write(rest: str) -> Extract:
    Path(rest).write_text("x" * 5000, encoding="utf-8")
    return _say("written")


def _empty(_rest: str) -> Extract:
    raise EmptyText


def _refuse(rest: str) -> Extract:
    raise UnreadableInput(rest)


def _break(rest: str) -> Extract:
    raise KeyError(rest)


def _recurse(rest: str) -> Extract:
    return _recurse(rest)


def _nonsense(_rest: str) -> Extract:
    return Extract(blocks=(Block("words", "no kind"),))  # type: ignore[arg-type]
