"""The Flask and SQLAlchemy shell: pages around the engine, and the cases kept between visits."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType

from flask import Flask, Response, g, request
from jinja2 import StrictUndefined

from webapp.cleaning import Cleaning
from webapp.correcting import Correcting
from webapp.db import Database, open_database
from webapp.drafting import Drafting
from webapp.errors import handle_errors
from webapp.fetching import build_fetcher
from webapp.history import History
from webapp.inbox import Inbox
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
from webapp.reviewing import Reviewing
from webapp.security import load_secret, make_id, make_secret, protect, refuse_forgeries
from webapp.services import Services
from webapp.settings import Settings, find_folder
from webapp.sharing.guesses import Guesses
from webapp.sharing.making import Sharing
from webapp.sharing.reading import SharedReading
from webapp.views import (
    Desk,
    access,
    accounts,
    cases,
    comparison,
    corrections,
    documents,
    drafts,
    exports,
    health,
    history,
    home,
    joining,
    notes,
    pages,
    past,
    pastes,
    people,
    rerun,
    review,
    robots,
    shared,
    shares,
    sign_on,
    signing,
    teams,
    texts,
)
from webapp.views.guard import guard

__all__ = ["create_app"]

logger = logging.getLogger(__name__)
_PAGES = (
    access,
    accounts,
    home,
    cases,
    comparison,
    corrections,
    documents,
    drafts,
    exports,
    health,
    history,
    joining,
    notes,
    pages,
    past,
    pastes,
    people,
    rerun,
    review,
    sign_on,
    signing,
    teams,
    robots,
    shared,
    shares,
    texts,
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
    app.extensions["copytrail"] = build_desk(settings, database, clock or _now)
    for module in _PAGES:
        app.register_blueprint(module.blueprint)
    app.before_request(_start_watch)
    app.after_request(_log_request)
    return app


def build_desk(settings: Settings, database: Database, clock: Callable[[], datetime]) -> Desk:
    """The use cases with their database, clock and maker of ids."""
    services = Services(database, clock, make_id, find_viewer=find_viewer)
    limits = Limits(database, clock, load_secret(settings.data_folder))
    fetcher = build_fetcher(settings, clock)
    return Desk(
        services=services,
        drafting=Drafting(database, clock, make_id, find_viewer),
        reviewing=Reviewing(services),
        correcting=Correcting(services),
        history=History(services),
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
        sharing=Sharing(services, settings.sharing),
        shared=SharedReading(services, Guesses(clock), settings.sharing),
        settings=settings,
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
    logger.info("%s %s %s %d ms", request.method, request.endpoint, response.status_code, round(1000 * spent))
    return response


def _name_places(trace: TracebackType | None) -> str:
    places = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " < ".join(reversed(places[-8:]))
