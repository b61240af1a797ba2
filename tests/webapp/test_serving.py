"""The server as people meet it when it is stopped, killed, or cannot write."""

from __future__ import annotations

import errno
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from bench.faults import kill_amid_saves
from bench.visitor import Visitor
from webapp import serving


@pytest.fixture
def slow():
    """A server with a page that is not finished before the test says so."""
    asked, go_on = threading.Event(), threading.Event()
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1000

    @app.get("/")
    def show():
        asked.set()
        go_on.wait(10)
        return "x" * 300_000

    server = serving.open_server(app, host="127.0.0.1", ports=[0])
    thread = threading.Thread(target=server.run)
    thread.start()
    server_address = ("127.0.0.1", int(server.address.rpartition(":")[2]))
    yield server, server_address, asked, go_on
    go_on.set()
    server.stop()
    thread.join(10)
    server.close()


def test_request_under_way_is_finished(slow):
    server, address, asked, go_on = slow
    with ThreadPoolExecutor() as threads, Visitor(address) as first, Visitor(address) as second:
        under_way = threads.submit(first.get, "/")
        asked.wait(10)
        server.stop()
        while server.listener.fileno() != -1:
            threading.Event().wait(0.01)

        with pytest.raises(ConnectionRefusedError):
            second.get("/")
        go_on.set()
        status, content = under_way.result(10)

    assert (status, len(content)) == (200, 300_000)


class ShortSocket:
    """A socket to which the system gives no handles for a while."""

    def __init__(self, socket):
        self.socket = socket
        self.refusals = [errno.EMFILE, errno.ENFILE]

    def accept(self):
        if self.refusals:
            raise OSError(self.refusals.pop(), "Too many open files")
        return self.socket.accept()

    def __getattr__(self, name):
        return getattr(self.socket, name)


def test_visitor_waits_where_handles_are_out(slow, monkeypatch):
    server, address, _asked, go_on = slow
    short = ShortSocket(server.listener)
    monkeypatch.setattr(server.waitress, "socket", short)
    go_on.set()

    with Visitor(address) as visitor:
        status, _ = visitor.get("/")

    assert (status, short.refusals) == (200, [])


def test_errors_of_server_hide_their_words(slow, caplog):
    error = ValueError("the secret words of a draft")

    logging.getLogger("waitress").error("Exception while serving %s", "/cases/secret", exc_info=error)

    assert "ValueError in the server" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.slow
def test_killed_server_loses_no_save(tmp_path):
    tally = kill_amid_saves(tmp_path, 1, saves=16)

    assert tally.acknowledged >= 8
    assert (tally.lost, tally.torn, tally.corrupt) == (0, 0, 0)
