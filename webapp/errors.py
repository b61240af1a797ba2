"""What a person reads when something goes wrong: what happened, and what to do."""

from __future__ import annotations

import errno
import logging
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from copytrail.errors import CopytrailError
from copytrail.export.to_json import encode_json
from webapp.api.problems import MEDIA, ApiProblem, ProblemFault, is_api, say_problem
from webapp.api.schemas import write_value
from webapp.contexts import ErrorPage
from webapp.faults import NotFound, NotPermitted, StoreUnavailable, TriedTooOften
from webapp.presence import find_frame
from webapp.security import UnknownHost
from webapp.wording import ADVICE, Problem

logger = logging.getLogger(__name__)
_SHORTAGES = {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
_READY = ("base.html", "people/_frame.html", "error/page.html", "error/_problem.html")
"""The templates of this page, read at the start: where no file can be opened, that can still be said."""


def handle_errors(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(CSRFError, lambda _error: show_problem(ADVICE["form"], 400))
    app.register_error_handler(UnknownHost, lambda _error: show_problem(ADVICE["host"], 400))
    app.register_error_handler(HTTPException, show_refusal)
    app.register_error_handler(NotFound, lambda error: show_problem(ADVICE["missing"].about(error), 404))
    app.register_error_handler(NotPermitted, lambda error: show_problem(ADVICE["not-permitted"].about(error), 403))
    app.register_error_handler(TriedTooOften, show_wait)
    app.register_error_handler(StoreUnavailable, show_unavailable)
    app.register_error_handler(OSError, show_shortage)
    app.register_error_handler(CopytrailError, lambda error: show_problem(ADVICE["refused"].about(error), 422))
    app.register_error_handler(500, show_failure)
    for name in _READY:
        app.jinja_env.get_template(name)


def show_problem(problem: Problem, status: int) -> Response:
    """The page of a problem, or its sentence where a fragment was asked for; programs get it as JSON."""
    if is_api(request.path):
        return answer_problem(say_problem(status, problem.happened), status)
    page = ErrorPage(title=problem.title, happened=problem.happened, advice=problem.advice, status=status)
    name = "error/_problem.html" if request.headers.get("HX-Request") else "error/page.html"
    response = make_response(render_template(name, page=page, frame=find_frame()), status)
    response.vary.add("HX-Request")
    return response


def answer_problem(detail: str, status: int, faults: tuple[ProblemFault, ...] = ()) -> Response:
    """A problem for a program."""
    title = HTTPStatus(status).phrase
    problem = ApiProblem(title=title, status=status, detail=detail, errors=faults)
    response = make_response(encode_json(write_value(problem)), status)
    response.content_type = MEDIA
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="Copytrail"'
    return response


def show_refusal(error: HTTPException) -> Response:
    """A request that the server does not take, in words."""
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    problem = ADVICE.get(str(error.code), ADVICE["400"])
    response = show_problem(problem, error.code)
    if error.code == 405:
        response.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    return response


def show_unavailable(error: StoreUnavailable) -> Response:
    """The database does not take part just now; a later try may succeed."""
    logger.error("database unavailable: %s", type(error).__name__)
    return _show_later(ADVICE["store"].about(error))


def show_shortage(error: OSError) -> Response:
    """The system gives out no more of something; a later try may succeed."""
    if error.errno not in _SHORTAGES:
        raise error
    logger.error("shortage: %s", errno.errorcode[error.errno])
    return _show_later(ADVICE["short"])


def show_wait(error: TriedTooOften) -> Response:
    """Something was tried too often; says when it may be tried again."""
    response = show_problem(ADVICE["too-often"].about(error), 429)
    response.headers["Retry-After"] = str(error.seconds)
    return response


def show_failure(_error: InternalServerError) -> Response:
    """A mistake of ours."""
    return show_problem(ADVICE["500"], 500)


def _show_later(problem: Problem) -> Response:
    response = show_problem(problem, 503)
    response.headers["Retry-After"] = "5"
    return response
