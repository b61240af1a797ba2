"""What the verbs for stored cases work with: the use cases of the pages, on the same database."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.catalogue.asking import Asking, CaseState
from webapp.catalogue.catalogue import Catalogue, build_catalogue
from webapp.db import Database, open_database
from webapp.faults import NotPermitted, UnknownCase
from webapp.fetching import build_fetcher
from webapp.ids import make_id
from webapp.people.access import Access
from webapp.people.accounts import Accounts, check_name
from webapp.people.rights import NOWHERE, Need, Rights, Verdict, Viewer, judge
from webapp.receiving import Receiving
from webapp.results import Results
from webapp.services import Services
from webapp.settings import Settings, name_database, read_settings

SHORTEST_ID = 6
"""So many characters of a case's id may stand for it, where no other case begins with them."""


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
        found = self._name_case(name)
        self.check(need, found)
        return found

    def _name_case(self, name: str) -> str:
        wanted = name.rstrip("/").rpartition("/")[2]
        ids = self._list_ids()
        if wanted in ids:
            return wanted
        found = [each for each in ids if len(wanted) >= SHORTEST_ID and each.startswith(wanted)]
        if len(found) != 1:
            raise UnknownCase(_explain(name, len(wanted), len(found)))
        return found[0]

    def _list_ids(self) -> set[str]:
        finding, ids = self.catalogue.finding, set(self.catalogue.finding.list_trashed())
        for state in (CaseState.ACTIVE, CaseState.ARCHIVED):
            found = finding.find(Asking(state=state))
            pages = (finding.find(Asking(state=state, page=page)) for page in range(2, found.pages + 1))
            ids |= {line.id for part in (found, *pages) for line in part.lines}
        return ids


def _explain(name: str, length: int, found: int) -> str:
    if length < SHORTEST_ID:
        return f"{name!r} is too short for an id: give its first {SHORTEST_ID} characters, or more."
    if found:
        return f"The ids of {found} cases begin with {name!r}: give more of it."
    return f"There is no case of the id {name!r}: copytrail case list says which there are."


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
