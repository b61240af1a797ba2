"""The application put together: its database, its use cases, its pages."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType

from flask import Flask, Response, current_app, g, request
from jinja2 import StrictUndefined

from copytrail.display.page import ComparisonView
from webapp.backup import Backups
from webapp.catalogue.catalogue import build_catalogue
from webapp.cleaning import Cleaning
from webapp.compression import compress
from webapp.correcting import Correcting
from webapp.db import Database, open_database
from webapp.drafting import Drafting
from webapp.errors import handle_errors
from webapp.fetching import build_fetcher
from webapp.history import History
from webapp.inbox import Inbox
from webapp.jobs.queue import Queue
from webapp.notes import Noting
from webapp.past import Former, Past
from webapp.people.access import Access
from webapp.people.accounts import Accounts
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
from webapp.security import load_secret, make_id, make_secret, protect, refuse_forgeries
from webapp.services import Services
from webapp.settings import Settings, find_folder
from webapp.sharing.guesses import Guesses
from webapp.sharing.making import Sharing
from webapp.sharing.reading import SharedReading
from webapp.shelf import Shelf
from webapp.summaries.summing import Summing
from webapp.views import (
    VIEWS_KEPT,
    Desk,
    access,
    accounts,
    backup,
    cases,
    catalogue,
    comparison,
    corrections,
    documents,
    drafts,
    exports,
    grid,
    health,
    history,
    home,
    joining,
    notes,
    order,
    pages,
    past,
    pastes,
    people,
    progress,
    rerun,
    retention,
    review,
    robots,
    shared,
    shares,
    shelving,
    sign_on,
    signing,
    tags,
    teams,
    texts,
    trail,
)
from webapp.views.guard import guard

__all__ = ["create_app"]

logger = logging.getLogger(__name__)
_PAGES = (
    access,
    accounts,
    home,
    backup,
    cases,
    catalogue,
    comparison,
    corrections,
    documents,
    drafts,
    exports,
    grid,
    health,
    history,
    joining,
    notes,
    order,
    pages,
    past,
    pastes,
    progress,
    retention,
    people,
    rerun,
    review,
    sign_on,
    signing,
    teams,
    robots,
    shared,
    shares,
    shelving,
    tags,
    texts,
    trail,
)
ExceptionInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFlask(Flask):
    """A Flask whose log names the place of a mistake but never its message, which may quote a text."""

    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        """Note the kind of the mistake and where it was made."""
        kind, _error, trace = exc_info
        logger.error("%s in %s at %s", getattr(kind, "__name__", kind), request.endpoint, _name_places(trace))


def create_app(settings: Settings, *, clock: Callable[[], datetime] | None = None) -> Flask:
    """The application, put together from its settings; an SQLite database is brought up to date."""
    app = QuietFlask(
        __name__,
        static_folder=str(find_folder("static")),
        template_folder=str(find_folder("templates")),
    )
    database = open_database(settings.database)
    if database.is_sqlite:
        database.upgrade()
    protect(app, settings)
    guard(app)
    refuse_forgeries(app)
    handle_errors(app)
    desk = app.extensions["copytrail"] = build_desk(settings, database, clock or _now)
    if database.is_sqlite:
        desk.catalogue.shelving.empty_trash()
    for module in _PAGES:
        app.register_blueprint(module.blueprint)
    app.before_request(_start_watch)
    app.after_request(compress)
    app.after_request(_log_request)
    return app


def build_desk(settings: Settings, database: Database, clock: Callable[[], datetime]) -> Desk:
    """The use cases with their database, clock and maker of ids."""
    queue = Queue(database, clock, make_id)
    services = Services(database, clock, make_id, queue=queue, keep_days=settings.keep_days, find_viewer=find_viewer)
    limits = Limits(database, clock, load_secret(settings.data_folder))
    shelf = Shelf[ComparisonView](VIEWS_KEPT)
    fetcher = build_fetcher(settings, clock)
    return Desk(
        services=services,
        drafting=Drafting(database, clock, make_id, find_viewer),
        reviewing=Reviewing(services),
        correcting=Correcting(services),
        history=History(services),
        queue=queue,
        summing=Summing(database, clock),
        noting=Noting(services),
        past=Past(services),
        former=Former(services),
        receiving=Receiving(
            database,
            clock,
            make_id,
            settings.text_limit,
            fetch=fetcher.fetch_page if fetcher.is_on else None,
            find_viewer=find_viewer,
        ),
        cleaning=Cleaning(services),
        inbox=Inbox(clock, make_id),
        catalogue=build_catalogue(services, settings.trash_days),
        sharing=Sharing(services, settings.sharing),
        shared=SharedReading(services, Guesses(clock), settings.sharing),
        settings=settings,
        shelf=shelf,
        deleting=Deleting(services, shelf.clear),
        backups=Backups(database, clock, make_id, settings.data_folder),
        accounts=Accounts(database, clock, make_id),
        signing=Signing(
            database,
            clock,
            make_secret,
            limits,
            idle=timedelta(hours=settings.session_hours),
            longest=timedelta(days=settings.session_days),
        ),
        signing_on=SigningOn(
            database, clock, make_id, make_secret, Provider(settings.sign_on) if settings.sign_on else None
        ),
        inviting=Inviting(database, clock, make_secret, make_id, limits),
        teaming=Teaming(database, make_id),
        access=Access(database),
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _start_watch() -> None:
    g.started = time.monotonic()


def _log_request(response: Response) -> Response:
    """One line per request: which view, how it ended, how long it took; never an address or a text."""
    spent = time.monotonic() - g.get("started", time.monotonic())
    measures = current_app.extensions["copytrail"].measures
    measures.note(str(request.endpoint or "none"), request.method, response.status_code, seconds=spent)
    logger.info("%s %s %s %d ms", request.method, request.endpoint, response.status_code, round(1000 * spent))
    return response


def _name_places(trace: TracebackType | None) -> str:
    places = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " < ".join(reversed(places[-8:]))
