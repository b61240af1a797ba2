"""Reading a file in a process of its own, from the side of the program that wants its text."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from multiprocessing import Pipe, reduction
from multiprocessing.connection import Connection

from copytrail.confinement.answers import Request, read_answer
from copytrail.confinement.limits import LARGEST_ANSWER, LARGEST_FILE, WALL_SECONDS
from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.intake.formats import Format

_SECONDS = WALL_SECONDS
_PATIENCE = 0.9
"""In seconds: so much longer is an answer waited for; the process that reads ends itself before."""
_PLACES = threading.BoundedSemaphore(3)
"""So many files are read at once by one program, so that a pile of slow ones leaves room for everybody else."""
_TURN_SECONDS = 4.0
_STARTING = threading.Lock()
_COMMAND = (sys.executable, "-P", "-m", "copytrail.confinement.keeper")
_CAN_SPLIT = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether a process may be copied as it stands; macOS forbids it to programs that have used its libraries."""


def extract_confined(data: bytes, kind: Format, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of a file, read in a process with limits where others than we wrote what reads it.

    Raises UnreadableInput, with what to do, where it cannot be read within the limits, and EmptyText.
    """
    if len(data) > LARGEST_FILE:
        size, most = f"{len(data) / 1_000_000:.0f} MB", f"{LARGEST_FILE // 1_000_000} MB"
        raise UnreadableInput(f"The file has {size}; Copytrail reads up to {most}: copy its text and paste it.")
    if kind.is_trusted:
        return kind.extract(data, options)
    request = Request(kind.name, options, _SECONDS)
    if not _PLACES.acquire(timeout=_TURN_SECONDS):
        raise UnreadableInput("Copytrail is busy reading other files just now: try again in a moment.")
    try:
        return read_answer(_ask_keeper(request, data) if _CAN_SPLIT else _ask_new_process(request, data))
    finally:
        _PLACES.release()


def prepare(kinds: Iterable[Format]) -> None:
    """Have what reads such files loaded before the first of them comes."""
    for kind in kinds:
        if _CAN_SPLIT and not kind.is_trusted:
            near, far = Pipe()
            _find_keeper(os.getpid()).pass_on(kind.name, far)
            near.close()


class _Keeper:
    """The keeper of this process and the line to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control, self._process = _start_keeper()

    def pass_on(self, format_name: str, line: Connection) -> None:
        """Hand one end of a line to a new copy; a keeper that has died is replaced once."""
        with self._lock, line:
            try:
                self._send(format_name, line)
            except (BrokenPipeError, ConnectionResetError):
                self._control.close()
                self._process.wait()
                self._control, self._process = _start_keeper()
                self._send(format_name, line)

    def stop(self) -> None:
        """Let the keeper go; it ends when nobody holds the line."""
        with self._lock:
            self._control.close()
            self._process.wait()

    def _send(self, format_name: str, line: Connection) -> None:
        self._control.send_bytes(format_name.encode("ascii"))
        reduction.send_handle(self._control, line.fileno(), self._process.pid)


def _find_keeper(process: int) -> _Keeper:
    """The keeper of this process, started once however many threads ask at the same time."""
    with _STARTING:
        return _make_keeper(process)


@lru_cache(maxsize=1)
def _make_keeper(process: int) -> _Keeper:
    """A keeper for each process: one that was copied from another needs its own."""
    keeper = _Keeper()
    atexit.register(_stop_own, keeper, process)
    return keeper


def _stop_own(keeper: _Keeper, process: int) -> None:
    """Let a keeper go where the program ends that started it, and not where a copy of that ends."""
    if os.getpid() == process:
        keeper.stop()


def _start_keeper() -> tuple[Connection, subprocess.Popen[bytes]]:
    near, far = Pipe()
    with far:
        process = subprocess.Popen(  # noqa: S603 - our own module
            [*_COMMAND, str(far.fileno())],
            pass_fds=[far.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return near, process


def _ask_keeper(request: Request, data: bytes) -> bytes:
    near, far = Pipe()
    with near:
        _find_keeper(os.getpid()).pass_on(request.format_name, far)
        with suppress(EOFError, ConnectionResetError, BrokenPipeError):
            near.send_bytes(request.encode())
            near.send_bytes(data)
            if near.poll(request.seconds + _PATIENCE):
                return near.recv_bytes(LARGEST_ANSWER)
    return b""


def _ask_new_process(request: Request, data: bytes) -> bytes:
    head = request.encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            _COMMAND,
            input=len(head).to_bytes(4, "big") + head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=request.seconds + _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""
