"""The production server in a process of its own, and visitors who read and send forms."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def run_server(folder: Path, **environment: str) -> Iterator[tuple[tuple[str, int], subprocess.Popen[str]]]:
    """The installed server on a free port, as `copytrail serve` runs it."""
    command = [sys.executable, "-m", "webapp.commands", "serve", "--port", "0"]
    values = {**os.environ, "COPYTRAIL_DATA": str(folder), **environment}
    log = (folder / "log").open("w")
    process = subprocess.Popen(command, env=values, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        line = process.stdout.readline()
        yield ("127.0.0.1", int(re.search(r":(\d+)/", line)[1])), process
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
        log.close()


class Visitor:
    """One connection that is kept, with its cookie."""

    def __init__(self, server: tuple[str, int]) -> None:
        self.connection = http.client.HTTPConnection(*server, timeout=60)
        self.cookie = ""

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_error: object) -> None:
        self.connection.close()

    def get(self, address: str, **headers: str) -> tuple[int, bytes]:
        return self._ask("GET", address, None, {"Accept-Encoding": "gzip", **headers})

    def post(self, address: str, **fields: str) -> tuple[int, str]:
        status, _, place = self.send(address, csrf_token=self.find_token(), **fields)
        return status, place

    def find_token(self) -> str:
        """What every form must carry."""
        _, page = self._ask("GET", "/", None, {})
        return re.search(rb'name="csrf_token" value="([^"]*)"', page)[1].decode()

    def send(self, address: str, **fields: str) -> tuple[int, bytes, str]:
        """Send a form as it is: the status, the page and where it leads."""
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", address, urllib.parse.urlencode(fields), headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read(), answer.headers.get("Location", "")

    def _ask(self, method: str, address: str, body: str | None, headers: dict[str, str]) -> tuple[int, bytes]:
        self.connection.request(method, address, body, {"Cookie": self.cookie, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.headers.get("Set-Cookie"):
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer.status, content
