"""The verbs that run the web application: `serve` and `demo`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
import webbrowser
from dataclasses import replace
from typing import TYPE_CHECKING

from webapp.application import create_app
from webapp.examples import open_example
from webapp.faults import NoAccounts
from webapp.people.accounts import Accounts
from webapp.retention import keep_deleting
from webapp.serving import Server, open_server
from webapp.settings import LOCAL_HOSTS, Settings, name_database, read_settings

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from flask import Flask

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
_PORTS_TO_TRY = 50


def add_serve(parser: ArgumentParser) -> None:
    """The arguments of `serve`."""
    parser.description = "Run the web application on this machine; what is stored stays in its database."
    parser.epilog = """examples:
  copytrail serve
  copytrail serve --port 8080 --database sqlite:////tmp/trial.sqlite3"""
    parser.add_argument("--host", default=DEFAULT_HOST, help="the address to listen on (%(default)s)")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="the port to listen on (%(default)s)")
    parser.add_argument(
        "--database", metavar="URL", default="", help="sqlite:///FILE or postgresql://... (a file in the data folder)"
    )
    parser.set_defaults(run=_serve)


def add_demo(parser: ArgumentParser) -> None:
    """The arguments of `demo`."""
    parser.description = "Run the web application on its own database with the bundled case and open it in the browser."
    parser.epilog = """examples:
  copytrail demo
  copytrail demo --no-browser --port 8100"""
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="the first port to try (%(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.set_defaults(run=_demo)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("give a number from 0 to 65535")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    settings = _read_settings(options.host)
    if options.database:
        settings = replace(settings, database=name_database(options.database, settings.data_folder))
    app = create_app(settings)
    desk = app.extensions["copytrail"]
    if not desk.services.database.is_sqlite:
        desk.services.database.upgrade()
        desk.catalogue.shelving.empty_trash()
    _require_accounts(settings, desk.accounts)
    _keep_deleting(app)
    server = open_server(app, host=options.host, ports=range(options.port, options.port + 1))
    _say(f"Copytrail is at {server.address}/ (stop it with Ctrl+C).")
    server.run()
    return 0


def _keep_deleting(app: Flask) -> None:
    """Delete the cases whose day has come, as long as the server runs."""
    deleting = app.extensions["copytrail"].deleting
    threading.Thread(target=keep_deleting, args=(deleting, threading.Event()), name="retention", daemon=True).start()


def _require_accounts(settings: Settings, accounts: Accounts) -> None:
    """Answer others only where they sign in: on another address, or behind a proxy that has a name."""
    if (settings.hosts != LOCAL_HOSTS or settings.proxies) and not accounts.has_people():
        raise NoAccounts


def _demo(options: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    settings = read_settings(os.environ)
    settings = replace(settings, database=f"sqlite:///{settings.data_folder / 'demo.sqlite3'}", alone=True)
    app = create_app(settings)
    case = open_example(app.extensions["copytrail"].services)
    server = open_server(app, host=DEFAULT_HOST, ports=range(options.port, options.port + _PORTS_TO_TRY))
    _show_demo(server, case.id, browse=not options.no_browser and has_display())
    server.run()
    return 0


def _show_demo(server: Server, case_id: str, *, browse: bool) -> None:
    address = f"{server.address}/cases/{case_id}"
    _say(
        f"The bundled case, side by side:  {address}/articles/1\n"
        f"All of its articles:             {address}\n"
        f"Texts of your own:               {server.address}/\n"
        "Copytrail runs until you press Ctrl+C here."
    )
    if browse:
        threading.Thread(target=webbrowser.open, args=(f"{address}/articles/1",), daemon=True).start()


def _read_settings(host: str) -> Settings:
    """The settings of the environment; an address given by name is one we answer for.

    A server for others opens no addresses unless it is told to: whoever uses it would be seen as its owner.
    """
    settings = read_settings(os.environ)
    named = host.lower() if ":" not in host else f"[{host}]"
    if named in LOCAL_HOSTS:
        return settings
    fetch = settings.fetch and bool(os.environ.get("COPYTRAIL_FETCH"))
    return replace(settings, hosts=(*settings.hosts, named), fetch=fetch)


def has_display() -> bool:
    """Whether there is somebody to show a browser to."""
    if os.environ.get("CI"):
        return False
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(message: str) -> None:
    print(message, flush=True)
