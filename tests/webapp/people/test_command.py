"""`copytrail user`, and a server that answers others only where they sign in."""

from __future__ import annotations

import getpass
import io
import sys

import pytest

from webapp import commands, serving_commands
from webapp.db import open_database
from webapp.faults import NoAccounts
from webapp.people.passwords import is_right
from webapp.people.records import PersonRole
from webapp.store import people

PASSWORD = "tide tables and biscuits"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command in a data folder of its own; gives exit code, output and complaint."""
    monkeypatch.setenv("COPYTRAIL_DATA", str(tmp_path))
    monkeypatch.delenv("COPYTRAIL_DATABASE", raising=False)

    def run(*arguments: str, typed: str = ""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = commands.main(["user", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def find(tmp_path):
    """The person of a name, as the database has them."""

    def find(name: str):
        database = open_database(f"sqlite:///{tmp_path / 'copytrail.sqlite3'}")
        with database.reading() as connection:
            found = people.find_person(connection, name)
        database.close()
        return found

    return find


def test_first_account_is_made_from_input(run, find):
    code, out, _ = run("add", "Ada", "--role", "admin", "--email", "ada@x.example", "--password-stdin", typed=PASSWORD)

    assert code == 0
    assert out == "Ada has an account (admin). Everybody signs in from now on.\n"
    assert find("ada@x.example").role is PersonRole.ADMIN
    assert is_right(PASSWORD, find("Ada").password)


def test_password_is_asked_for_twice(run, find, monkeypatch):
    given = iter([PASSWORD, "another one entirely", PASSWORD, PASSWORD])
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(given))

    refused = run("add", "Ada")
    taken = run("add", "Ada", "--role", "admin")

    assert refused[0] == 2
    assert "The two passwords are not the same" in refused[2]
    assert taken[0] == 0
    assert find("Ada") is not None


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "Ada", "--password-stdin"), "short", "at least 12 characters"),
        (("add", "--password-stdin"), PASSWORD, "Say whom: copytrail user add NAME"),
        (("end", "Nobody"), "", "There is nobody of this name."),
        (("reset", "Nobody"), "", "There is nobody of this name."),
    ],
)
def test_bad_use_is_told(run, arguments, typed, said):
    code, _, complaint = run(*arguments, typed=typed)

    assert code == 2
    assert said in complaint


def test_people_are_listed_changed_and_ended(run, find):
    run("add", "Ada", "--role", "admin", "--password-stdin", typed=PASSWORD)
    run("add", "Ben", "--password-stdin", typed=PASSWORD)
    run("role", "Ben", "--role", "reader")
    run("end", "Ben")
    listed = run("list")[1]
    run("back", "Ben")
    last = run("end", "Ada")

    assert listed == "Ada\tadmin\t\nBen\treader\t\tended\n"
    assert find("Ben").is_active
    assert "Nobody else is an administrator" in last[2]


def test_links_are_printed(run, monkeypatch):
    run("add", "Ada", "--role", "admin", "--password-stdin", typed=PASSWORD)

    here = run("invite")[1]
    given = run("invite", "--address", "https://desk.example/")[1]
    monkeypatch.setenv("COPYTRAIL_HOSTS", "desk.example")
    monkeypatch.setenv("COPYTRAIL_SECURE_COOKIES", "yes")
    proxied = run("reset", "Ada")[1]

    assert here.startswith("http://127.0.0.1:8000/join/")
    assert given.startswith("https://desk.example/join/")
    assert proxied.startswith("https://desk.example/reset/")
    assert len(here.strip().rpartition("/")[2]) == 43


@pytest.mark.parametrize("named", [{"COPYTRAIL_HOSTS": "desk.example"}, {"COPYTRAIL_PROXY": "127.0.0.1"}, {}])
def test_server_for_others_needs_accounts(run, monkeypatch, capsys, named):
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    host = [] if named else ["--host", "0.0.0.0"]
    monkeypatch.setattr(serving_commands, "open_server", lambda *_given, **_named: pytest.fail("It began to listen."))

    code = commands.main(["serve", "--port", "0", *host])

    assert code == 2
    assert NoAccounts.__doc__ in capsys.readouterr().err


def test_server_for_others_starts_with_an_account(run, monkeypatch, capsys):
    run("add", "Ada", "--role", "admin", "--password-stdin", typed=PASSWORD)
    started = []

    class Server:
        address = "http://desk.example"

        def run(self) -> None:
            started.append(True)

    monkeypatch.setenv("COPYTRAIL_HOSTS", "desk.example")
    monkeypatch.setattr(serving_commands, "open_server", lambda *_given, **_named: Server())

    assert commands.main(["serve", "--port", "0"]) == 0
    assert started == [True]


def test_token_is_made_on_the_command_line(run, tmp_path):
    _, alone, _ = run("token", "--scope", "write")
    run("add", "Ada", "--password-stdin", typed=PASSWORD)
    code, own, _ = run("token", "Ada", "--days", "90")
    _, _, complaint = run("token")

    assert code == 0
    assert alone.startswith("ct.")
    assert own.startswith("ct.")
    assert "Say whom" in complaint
