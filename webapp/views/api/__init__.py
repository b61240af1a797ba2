"""The API: one module per resource, each with its views and what is declared of them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.api.bodies import BadBody, NoJson
from webapp.api.comparing import TooManyWords
from webapp.api.exporting import NotOffered
from webapp.api.problems import ROOT, ProblemFault
from webapp.errors import answer_problem
from webapp.faults import ChangedMeanwhile, InTrash, NotTheWriter, SharingOff, StillComparing
from webapp.views import find_desk
from webapp.views.api import (
    access,
    batch,
    cases,
    compare,
    comparisons,
    description,
    documents,
    history,
    jobs,
    keeping,
    lessons,
    people,
    reviews,
    shares,
)
from webapp.views.api.routes import find_operation
from webapp.views.api.speaking import NotMatched, check_query, mark_answer

blueprint = Blueprint("api", __name__, url_prefix=ROOT)
_MODULES = (
    compare,
    batch,
    cases,
    access,
    keeping,
    shares,
    documents,
    comparisons,
    reviews,
    history,
    jobs,
    lessons,
    people,
    description,
)
for module in _MODULES:
    blueprint.register_blueprint(module.blueprint)
_WAIT = "5"


@blueprint.before_request
def check_parameters() -> None:
    """Refuse parameters that the operation does not know: a slip of the pen would change the result."""
    check_query(find_operation(request.endpoint or ""))


blueprint.after_request(mark_answer)


@blueprint.errorhandler(NotMatched)
def refuse_stale(error: NotMatched) -> Response:
    """What stands there is not what the program saw."""
    return answer_problem(str(error), 412)


@blueprint.errorhandler(BadBody)
def refuse_body(error: BadBody) -> Response:
    """Tell every mistake with its place."""
    faults = tuple(ProblemFault(pointer=each.pointer, detail=each.detail) for each in error.faults)
    return answer_problem(str(error), 422, faults)


@blueprint.errorhandler(NoJson)
def refuse_no_json(error: NoJson) -> Response:
    """What is no JSON."""
    return answer_problem(str(error), 400)


@blueprint.errorhandler(TooManyWords)
def refuse_length(error: TooManyWords) -> Response:
    """More than a program may wait for."""
    return answer_problem(str(error), 413)


@blueprint.errorhandler(NotOffered)
def refuse_media(error: NotOffered) -> Response:
    """A content type that nothing is made in."""
    return answer_problem(str(error), 406)


@blueprint.errorhandler(InTrash)
def hide_trashed(error: InTrash) -> Response:
    """A case in the trash is not there."""
    return answer_problem(str(error), 404)


@blueprint.errorhandler(ChangedMeanwhile)
def refuse_changed(error: ChangedMeanwhile) -> Response:
    """Something stands there now that the program has not seen."""
    return answer_problem(str(error), 409)


@blueprint.errorhandler(NotTheWriter)
def refuse_other_writer(error: NotTheWriter) -> Response:
    """Somebody else wrote it."""
    return answer_problem(str(error), 403)


@blueprint.errorhandler(SharingOff)
def refuse_sharing(error: SharingOff) -> Response:
    """No link is made here."""
    return answer_problem(str(error), 403)


@blueprint.errorhandler(StillComparing)
def ask_to_wait(error: StillComparing) -> Response:
    """Have it made ready in the background, and ask to come again."""
    find_desk().queue.go_on(error.case_id)
    response = answer_problem(str(error), 409)
    response.headers["Retry-After"] = _WAIT
    return response
