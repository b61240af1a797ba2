"""The installed command: its verbs for the web application."""

from __future__ import annotations

import socket
import threading
import urllib.request

import pytest
from flask import Flask

from webapp import commands, serving, serving_commands
from webapp.faults import PortTaken


def make_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1000
    app.add_url_rule("/", view_func=lambda: "ready")
    return app


@pytest.fixture
def taken_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        commands.main(["--help"])

    shown = capsys.readouterr().out
    assert all(f"    {verb} " in shown for verb in ("compare", "batch", "read", "serve", "demo"))


def test_server_answers_at_its_address():
    server = serving.open_server(make_app(), host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()

    try:
        with urllib.request.urlopen(f"{server.address}/", timeout=5) as answer:
            assert answer.read() == b"ready"
            assert "Server" not in answer.headers
    finally:
        server.close()


def test_no_request_is_put_into_a_file():
    server = serving.open_server(make_app(), host="127.0.0.1", ports=[0])

    limits = server.waitress.adj
    server.close()

    assert limits.inbuf_overflow >= limits.max_request_body_size


def test_busy_port_picks_the_next(taken_port):
    server = serving.open_server(make_app(), host="127.0.0.1", ports=range(taken_port, taken_port + 20))

    port = int(server.address.rpartition(":")[2])
    server.close()
    assert taken_port < port < taken_port + 20


def test_busy_port_alone_is_a_sentence(taken_port):
    with pytest.raises(
        PortTaken, match=f"Cannot listen on 127.0.0.1 port {taken_port}: .* Choose another with --port."
    ):
        serving.open_server(make_app(), host="127.0.0.1", ports=[taken_port])


@pytest.mark.parametrize(
    ("environment", "opens"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "CI": "1"}, False),
    ],
)
def test_browser_opens_only_on_a_display(monkeypatch, environment, opens):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert serving_commands.has_display() is opens


def test_bad_port_is_bad_use():
    with pytest.raises(SystemExit) as stopped:
        commands.main(["serve", "--port", "70000"])

    assert stopped.value.code == 2


def test_bad_setting_stops_the_start(monkeypatch, capsys):
    monkeypatch.setenv("COPYTRAIL_SECURE_COOKIES", "perhaps")

    assert commands.main(["serve"]) == 2
    assert "COPYTRAIL_SECURE_COOKIES" in capsys.readouterr().err
