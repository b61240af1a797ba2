"""What the verbs for stored cases work with: the use cases of the pages, on the same database."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.catalogue.catalogue import Catalogue, build_catalogue
from webapp.db import Database, open_database
from webapp.faults import NotPermitted
from webapp.fetching import build_fetcher
from webapp.ids import make_id
from webapp.people.access import Access
from webapp.people.accounts import Accounts, check_name
from webapp.people.rights import NOWHERE, Need, Rights, Verdict, Viewer, judge
from webapp.receiving import Receiving
from webapp.results import Results
from webapp.services import Services
from webapp.settings import Settings, name_database, read_settings
from webapp.terminal.naming import name_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The use cases, for one person."""

    settings: Settings
    services: Services
    catalogue: Catalogue
    receiving: Receiving
    results: Results
    access: Access
    rights: Rights
    """What whoever is named may do; everything where nobody is, as for the one who runs the machine."""
    quiet: bool = False
    """Whether nothing is said of how far work is."""

    @property
    def person(self) -> str:
        """Under which name something is done; empty where nobody said."""
        return self.rights.name

    def check(self, need: Need, case_id: str = "") -> None:
        """Refuse what the person's pages would refuse; raises NotPermitted."""
        standing = self.access.find_standing(case_id, self.rights.viewer) if case_id else NOWHERE
        if judge(need, self.rights, standing) is not Verdict.ALLOWED:
            raise NotPermitted

    def find_case(self, name: str, need: Need = Need.READ_CASE) -> str:
        """The id of the case that is meant, by its id, the beginning of that, or its address.

        Raises UnknownCase where it is not shown to the person, NotPermitted where they may not do what is asked.
        """
        found = name_case(self.catalogue.finding, name)
        self.check(need, found)
        return found


def add_workplace_options(parser: ArgumentParser) -> None:
    """Where the cases are, and who works with them."""
    parser.add_argument(
        "--database",
        metavar="URL",
        default="",
        help="sqlite:///FILE or postgresql://... (what COPYTRAIL_DATABASE names, or the file in the data folder)",
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing but what was asked for, and what went wrong")
    parser.add_argument(
        "--person", metavar="NAME", default="", help="who does it; where there are accounts, as this person sees it"
    )


@contextmanager
def open_workplace(options: Namespace) -> Iterator[Workplace]:
    """The use cases on the database that the command was given, brought up to date."""
    settings = read_settings(os.environ)
    address = name_database(options.database, settings.data_folder) if options.database else settings.database
    database = open_database(address)
    try:
        database.upgrade()
        yield _build(database, settings, options)
    finally:
        database.close()


def _build(database: Database, settings: Settings, options: Namespace) -> Workplace:
    rights = _find_rights(database, options.person)

    def find_viewer() -> Viewer:
        return rights.viewer

    services = Services(database, _now, make_id, keep_days=settings.keep_days, find_viewer=find_viewer)
    fetcher = build_fetcher(settings, _now)
    return Workplace(
        settings=settings,
        services=services,
        catalogue=build_catalogue(services, settings.trash_days),
        receiving=Receiving(
            database,
            _now,
            make_id,
            settings.text_limit,
            fetch=fetcher.fetch_page if fetcher.is_on else None,
            find_viewer=find_viewer,
        ),
        results=Results(database, _now),
        access=Access(database, _now),
        rights=rights,
        quiet=options.quiet,
    )


def _find_rights(database: Database, name: str) -> Rights:
    """Whoever runs the command may do all; a person of an account what that person may."""
    accounts = Accounts(database, _now, make_id)
    if not name or not accounts.has_people():
        return Rights(is_alone=True, name=check_name(name) if name else "")
    person = accounts.find(name)
    return Rights(person=person, name=person.name)


def _now() -> datetime:
    return datetime.now(UTC)
