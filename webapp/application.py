"""The application put together: its database, its use cases, its pages."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from flask import Flask, Response, current_app, g, request
from jinja2 import StrictUndefined

from webapp.building import build_desk
from webapp.compression import compress
from webapp.db import open_database
from webapp.errors import handle_errors
from webapp.proxies import Forwarded
from webapp.security import protect, refuse_forgeries
from webapp.settings import Settings, find_folder
from webapp.views import (
    access,
    accounts,
    api,
    backup,
    cases,
    catalogue,
    comparison,
    corrections,
    documents,
    drafts,
    exports,
    grid,
    guide,
    health,
    history,
    home,
    joining,
    left,
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
    tokens,
    trail,
)
from webapp.views.guard import guard
from webapp.views.teaching import TEACHING_PAGES

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
    left,
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
    api,
    guide,
    tokens,
    *TEACHING_PAGES,
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
    app.wsgi_app = Forwarded(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]
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
