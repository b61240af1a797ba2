"""The use cases of the running application put together: each with the database, the clock and what else it needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from webapp.api.comparing import Comparing
from webapp.api.repeats import Repeats
from webapp.api.tokens import Tokens
from webapp.backup import Backups
from webapp.catalogue.catalogue import build_catalogue
from webapp.cleaning import Cleaning
from webapp.contexts.rows import Shown
from webapp.correcting import Correcting
from webapp.db import Database
from webapp.documents import Documents
from webapp.drafting import Drafting
from webapp.fetching import build_fetcher
from webapp.history import History
from webapp.ids import make_id, make_secret
from webapp.inbox import Inbox
from webapp.jobs.queue import Queue
from webapp.notes import Noting
from webapp.parcels.asking import Parcels
from webapp.past import Former, Past
from webapp.people.access import Access
from webapp.people.accounts import Accounts
from webapp.people.adopting import Adopting
from webapp.people.inviting import Inviting
from webapp.people.limits import Limits
from webapp.people.provider import Provider
from webapp.people.sign_on import SigningOn
from webapp.people.signing import Signing
from webapp.people.teaming import Teaming
from webapp.presence import find_viewer
from webapp.receiving import Receiving
from webapp.retention import Deleting
from webapp.reviewing import Reviewing
from webapp.security import load_secret
from webapp.services import Services
from webapp.settings import Settings
from webapp.sharing.guesses import Guesses
from webapp.sharing.making import Sharing
from webapp.sharing.reading import SharedReading
from webapp.shelf import Shelf
from webapp.summaries.summing import Summing
from webapp.teaching.attending import Attending
from webapp.teaching.doors import Doors
from webapp.teaching.library import Library
from webapp.teaching.preparing import Preparing
from webapp.teaching.presence import Presence
from webapp.teaching.running import Running
from webapp.views import CHARACTERS_KEPT, VIEWS_KEPT, Desk

LESSONS_COMPARED = 8
"""So many comparisons from which tasks are added are held."""


def build_desk(settings: Settings, database: Database, clock: Callable[[], datetime]) -> Desk:
    """The use cases with their database, clock and maker of ids."""
    queue = Queue(database, clock, make_id)
    limits = Limits(database, clock, load_secret(settings.data_folder))
    shelf = Shelf[Shown](VIEWS_KEPT, weigh=lambda shown: shown.weight, most=CHARACTERS_KEPT)
    running = Running(database, clock, make_id, find_viewer, Library(database))
    services = Services(
        database,
        clock,
        make_id,
        queue=queue,
        keep_days=settings.keep_days,
        find_viewer=find_viewer,
        forget_views=shelf.clear,
    )
    parcels = Parcels(services, queue.alarm)
    return Desk(
        services=services,
        documents=Documents(services),
        parcels=parcels,
        drafting=Drafting(database, clock, make_id, find_viewer),
        reviewing=Reviewing(services),
        correcting=Correcting(services),
        history=History(services),
        queue=queue,
        summing=Summing(database, clock),
        noting=Noting(services),
        past=Past(services),
        former=Former(services),
        receiving=_build_receiving(settings, database, clock),
        cleaning=Cleaning(services),
        inbox=Inbox(clock, make_id),
        catalogue=build_catalogue(services, settings.trash_days),
        sharing=Sharing(services, settings.sharing),
        shared=SharedReading(services, Guesses(clock), settings.sharing),
        settings=settings,
        shelf=shelf,
        deleting=Deleting(services, (running.delete_due, parcels.drop_old)),
        backups=Backups(database, clock, make_id, settings.data_folder),
        accounts=Accounts(database, clock, make_id),
        signing=_build_signing(settings, database, limits),
        signing_on=_build_signing_on(settings, database, clock),
        inviting=Inviting(database, clock, make_secret, make_id, limits),
        teaming=Teaming(database, make_id),
        access=Access(database, clock),
        adopting=Adopting(database, clock),
        comparing=Comparing(settings.text_limit),
        tokens=Tokens(database, clock, make_id, make_secret),
        repeats=Repeats(database, clock),
        preparing=Preparing(database, clock, make_id, find_viewer, Shelf(LESSONS_COMPARED)),
        running=running,
        attending=_build_attending(settings, running),
        presence=Presence(clock),
    )


def _build_receiving(settings: Settings, database: Database, clock: Callable[[], datetime]) -> Receiving:
    fetcher = build_fetcher(settings, clock)
    fetch = fetcher.fetch_page if fetcher.is_on else None
    return Receiving(database, clock, make_id, settings.text_limit, fetch=fetch, find_viewer=find_viewer)


def _build_signing(settings: Settings, database: Database, limits: Limits) -> Signing:
    idle, longest = timedelta(hours=settings.session_hours), timedelta(days=settings.session_days)
    return Signing(database, limits.clock, make_secret, limits, idle=idle, longest=longest)


def _build_signing_on(settings: Settings, database: Database, clock: Callable[[], datetime]) -> SigningOn:
    provider = Provider(settings.sign_on) if settings.sign_on else None
    return SigningOn(database, clock, make_id, make_secret, provider)


def _build_attending(settings: Settings, running: Running) -> Attending:
    secret, doors = load_secret(settings.data_folder), Doors(running.clock)
    return Attending(running.database, running.clock, make_id, make_secret, secret, running.library, doors)
