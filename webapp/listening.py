"""The socket of the server: on the first port that is free, and calm where the system has no handle left."""

from __future__ import annotations

import errno
import socket
import sys
import time
from collections.abc import Callable, Iterable

from webapp.faults import PortTaken

_PAUSE = 0.1
"""Seconds until somebody new is taken again where the system gives out no more handles."""


def listen(host: str, ports: Iterable[int]) -> socket.socket:
    """A socket on the first of the ports that is free; raises PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in ports:
        listener = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(1024)
        except OSError as error:
            listener.close()
            reason = error.strerror or str(error)
        else:
            return listener
    raise PortTaken(f"Cannot listen on {host} port {port}: {reason}. Choose another with --port.")


def accept_calmly(accept: Callable[[], object]) -> Callable[[], object]:
    """Somebody new waits a moment where no handle is left, and nobody else is kept from an answer by trying."""

    def take() -> object:
        try:
            return accept()
        except OSError as error:
            if error.errno not in {errno.EMFILE, errno.ENFILE}:
                raise
            time.sleep(_PAUSE)
            return None

    return take
