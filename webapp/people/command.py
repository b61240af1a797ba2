"""`copytrail user`: accounts from the command line, the first one among them. Passwords are asked for, never given."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from webapp.api.access import Scope
from webapp.api.tokens import Tokens
from webapp.db import open_database
from webapp.faults import BadPassword
from webapp.ids import make_id, make_secret
from webapp.people.accounts import Accounts
from webapp.people.inviting import Invitation, Inviting
from webapp.people.limits import Limits
from webapp.people.passwords import check_password
from webapp.people.records import PersonRole
from webapp.settings import LOCAL_HOSTS, Settings, name_database, read_settings

if TYPE_CHECKING:
    from argparse import ArgumentParser

_PORT = 8000


@dataclass(frozen=True, slots=True)
class _Office:
    """What the commands work with."""

    settings: Settings
    accounts: Accounts
    inviting: Inviting
    tokens: Tokens


def add_user(parser: ArgumentParser) -> None:
    """The arguments of `user`."""
    parser.description = (
        "Make and change accounts. From the first one on, everybody signs in. "
        "What is done: add NAME, list, role NAME, end NAME, back NAME, invite, reset NAME, token NAME."
    )
    parser.epilog = """examples:
  copytrail user add "Ada Example" --role admin --email ada@newsroom.example
  copytrail user invite --role reader --days 30 --address https://desk.newsroom.example
  copytrail user reset "Ada Example"
  copytrail user token "Ada Example" --scope write --days 90
  copytrail user list"""
    parser.add_argument("deed", choices=tuple(_DEEDS), help="what to do")
    parser.add_argument("name", nargs="?", default="", help="the person's name, or e-mail address")
    parser.add_argument(
        "--role", choices=tuple(each.value for each in PersonRole), help="member, unless said (add, invite, role)"
    )
    parser.add_argument("--email", default="", help="the person's e-mail address (add, invite)")
    parser.add_argument(
        "--days",
        type=int,
        choices=(1, 7, 30, 90, 365),
        default=7,
        help="how long it is good (invite, token; %(default)s)",
    )
    parser.add_argument(
        "--scope",
        choices=tuple(each.value for each in Scope),
        default="read",
        help="what it allows (token; %(default)s)",
    )
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input (add)")
    parser.add_argument("--address", default="", help="where this Copytrail is reached, for links (invite, reset)")
    parser.add_argument("--database", metavar="URL", default="", help="sqlite:///FILE or postgresql://...")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    settings = read_settings(os.environ)
    address = name_database(options.database, settings.data_folder) if options.database else settings.database
    database = open_database(address)
    database.upgrade()
    limits = Limits(database, _now, "")
    office = _Office(
        settings,
        Accounts(database, _now, make_id),
        Inviting(database, _now, make_secret, make_id, limits),
        Tokens(database, _now, make_id, make_secret),
    )
    try:
        if not options.name and options.deed not in {"list", "invite"} | _whose_may_lack(office):
            return _complain(f"Say whom: copytrail user {options.deed} NAME")
        _DEEDS[options.deed](office, options)
    finally:
        database.close()
    return 0


def _add(office: _Office, options: argparse.Namespace) -> None:
    password = _ask_password(options.name, from_input=options.password_stdin)
    role = PersonRole(options.role or PersonRole.MEMBER)
    person = office.accounts.add(options.name, role, email=options.email, password=password)
    print(f"{person.name} has an account ({person.role.value}). Everybody signs in from now on.")


def _list(office: _Office, _options: argparse.Namespace) -> None:
    for person in office.accounts.list_people():
        state = "" if person.is_active else "\tended"
        print(f"{person.name}\t{person.role.value}\t{person.email}{state}")


def _change_role(office: _Office, options: argparse.Namespace) -> None:
    person = office.accounts.find(options.name)
    office.accounts.change_role(person.id, PersonRole(options.role or PersonRole.MEMBER))


def _end(office: _Office, options: argparse.Namespace) -> None:
    office.accounts.end(office.accounts.find(options.name).id)


def _bring_back(office: _Office, options: argparse.Namespace) -> None:
    office.accounts.bring_back(office.accounts.find(options.name).id)


def _invite(office: _Office, options: argparse.Namespace) -> None:
    role = PersonRole(options.role or PersonRole.MEMBER)
    token = office.inviting.invite(Invitation(role=role, email=options.email, days=options.days))
    print(f"{_find_address(office, options)}/join/{token}")


def _reset(office: _Office, options: argparse.Namespace) -> None:
    token = office.inviting.reset(office.accounts.find(options.name))
    print(f"{_find_address(office, options)}/reset/{token}")


def _make_token(office: _Office, options: argparse.Namespace) -> None:
    """A token for a program; without accounts it is nobody's."""
    person_id = office.accounts.find(options.name).id if office.accounts.has_people() else None
    named = f"made on the command line for {options.name}" if options.name else "made on the command line"
    print(office.tokens.make(person_id, named[:100], scope=Scope(options.scope), days=options.days))


def _whose_may_lack(office: _Office) -> set[str]:
    return set() if office.accounts.has_people() else {"token"}


def _find_address(office: _Office, options: argparse.Namespace) -> str:
    """Where links lead: as given, or to the first name that this server answers for."""
    if options.address:
        return str(options.address).rstrip("/")
    settings = office.settings
    others = [host for host in settings.hosts if host not in LOCAL_HOSTS]
    if others:
        return f"{'https' if settings.secure_cookies else 'http'}://{others[0]}"
    return f"http://{LOCAL_HOSTS[0]}:{_PORT}"


def _ask_password(name: str, *, from_input: bool) -> str:
    """The password, from standard input or asked for twice without showing it."""
    if from_input:
        password = sys.stdin.readline().rstrip("\r\n")
        check_password(password, name)
        return password
    password = getpass.getpass("Password: ")
    check_password(password, name)
    if getpass.getpass("Once more: ") != password:
        raise BadPassword("The two passwords are not the same: nothing was stored.")
    return password


def _complain(message: str) -> int:
    print(f"copytrail: {message}", file=sys.stderr)
    return 2


def _now() -> datetime:
    return datetime.now(UTC)


_DEEDS: dict[str, Callable[[_Office, argparse.Namespace], None]] = {
    "add": _add,
    "list": _list,
    "role": _change_role,
    "end": _end,
    "back": _bring_back,
    "invite": _invite,
    "reset": _reset,
    "token": _make_token,
}
