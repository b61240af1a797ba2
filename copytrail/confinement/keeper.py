"""The keeper: a small process that has loaded what reads files, and splits off a copy of itself for each of them.

A copy starts in milliseconds because nothing has to be imported, reads one file under its limits, answers and ends;
whatever a hostile file did to it ends with it. The keeper itself never sees a file. Where a process cannot be split
(Windows) a new one is started for each file.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from multiprocessing import reduction
from multiprocessing.connection import Connection

from copytrail.confinement.answers import answer, read_request
from copytrail.confinement.limits import LARGEST_FILE, limit_process
from copytrail.intake.formats import FORMATS


def keep(handle: int) -> None:
    """Serve until whoever started us is gone: each message names a format, and is followed by a line to its asker."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    control = Connection(handle)
    ready: set[str] = set()
    with suppress(EOFError, ConnectionResetError):
        while True:
            kind = FORMATS[control.recv_bytes().decode("ascii")]
            line = reduction.recv_handle(control)
            if kind.name not in ready:
                kind.warm_up()
                ready.add(kind.name)
            if os.fork() == 0:
                control.close()
                _read_one(Connection(line))
                os._exit(0)
            os.close(line)


def read_single() -> None:
    """Read one file from standard input and answer on standard output."""
    length = int.from_bytes(sys.stdin.buffer.read(4), "big")
    request = read_request(sys.stdin.buffer.read(length))
    FORMATS[request.format_name].load()
    limit_process(request.seconds)
    sys.stdout.buffer.write(answer(request, sys.stdin.buffer.read()))


def _read_one(line: Connection) -> None:
    request = read_request(line.recv_bytes())
    data = line.recv_bytes(LARGEST_FILE)
    limit_process(request.seconds)
    line.send_bytes(answer(request, data))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        keep(int(sys.argv[1]))
    else:
        read_single()
