"""What a link opens: pages for reading, without script, cookie or form that writes, and unknown to search engines."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, g, request, url_for
from werkzeug.exceptions import HTTPException

from copytrail.display.state import read_state
from copytrail.errors import CopytrailError
from copytrail.export import FORMATS
from webapp.contexts.shared import Places, make_shared_case, make_shared_comparison, make_shared_problem
from webapp.faults import ClosedLink, NotFound, StillComparing, StoreUnavailable, TooManyGuesses
from webapp.records import ComparisonRecord
from webapp.sharing import wording
from webapp.sharing.shares import Share
from webapp.views import find_desk, show
from webapp.views.comparison import find_shown
from webapp.views.exports import name_file

blueprint = Blueprint("shared", __name__, url_prefix="/shared")
POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
_WRITES = ("POST", "PUT", "PATCH", "DELETE")
DOWNLOAD = "html"
"""The format of the report that may be taken away."""


@blueprint.get("/<token>")
def show_shared(token: str) -> Response:
    """What the link leads to: a comparison, or the overview of a case."""
    return _show_start(_enter(token), in_frame=False)


@blueprint.get("/<token>/articles/<int:number>")
def show_article(token: str, number: int) -> Response:
    """One comparison of a shared case."""
    return _show_comparison(_enter(token), number, in_frame=False)


@blueprint.get("/<token>/embed")
def show_frame(token: str) -> Response:
    """The same, to stand in a frame of the sites that the link allows."""
    return _show_start(_enter_frame(token), in_frame=True)


@blueprint.get("/<token>/embed/articles/<int:number>")
def show_framed_article(token: str, number: int) -> Response:
    """One comparison of a shared case, in a frame."""
    return _show_comparison(_enter_frame(token), number, in_frame=True)


@blueprint.get("/<token>/report")
def download_report(token: str) -> Response:
    """The report as a file, where the link allows it."""
    share, reading = _enter(token), find_desk().shared
    if not share.terms.download:
        raise ClosedLink
    if share.document_id:
        records: tuple[ComparisonRecord, ...] = (reading.open_comparison(share),)
    else:
        records = reading.open_case(share)[1]
    if not records:
        raise ClosedLink
    form = FORMATS[DOWNLOAD]
    response = Response(form.render(tuple(each.noted for each in records)), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name_file("report", form.suffix)}"'
    return response


@blueprint.get("/", defaults={"rest": ""})
@blueprint.get("/<path:rest>")
def show_nothing(rest: str) -> Response:
    """Any other address under a link."""
    del rest
    raise ClosedLink


@blueprint.route("/", defaults={"rest": ""}, methods=_WRITES)
@blueprint.route("/<path:rest>", methods=_WRITES)
def refuse_write(rest: str) -> Response:
    """A link is for reading: a form that is sent to one learns nothing of it, not even whether it is good."""
    return show_nothing(rest)


@blueprint.errorhandler(NotFound)
def refuse_link(_error: CopytrailError) -> Response:
    """A wrong link, one that ran out, one that was revoked, one to what was deleted: nobody learns which."""
    page = make_shared_problem(wording.CLOSED_TITLE, wording.CLOSED, wording.CLOSED_ADVICE)
    return show("shared/problem.html", page, 404)


@blueprint.errorhandler(TooManyGuesses)
def slow_down(_error: TooManyGuesses) -> Response:
    """Too many wrong links were tried."""
    page = make_shared_problem(wording.BUSY_TITLE, wording.BUSY, wording.BUSY_ADVICE)
    response = show("shared/problem.html", page, 429)
    response.headers["Retry-After"] = "60"
    return response


@blueprint.errorhandler(StillComparing)
def ask_for_patience(error: StillComparing) -> Response:
    """What the link leads to is being compared; whoever holds the link starts nothing twice and sees nothing of it."""
    find_desk().queue.go_on(error.case_id)
    page = make_shared_problem(wording.WAIT_TITLE, wording.WAIT, wording.WAIT_ADVICE)
    response = show("shared/problem.html", page, 503)
    response.headers["Retry-After"] = "30"
    return response


@blueprint.errorhandler(StoreUnavailable)
@blueprint.errorhandler(500)
def show_trouble(error: StoreUnavailable | HTTPException) -> Response:
    """The database does not answer, or a mistake of ours."""
    page = make_shared_problem(wording.TROUBLE_TITLE, wording.TROUBLE, wording.TROUBLE_ADVICE)
    return show("shared/problem.html", page, 503 if isinstance(error, StoreUnavailable) else 500)


@blueprint.after_app_request
def guard(response: Response) -> Response:
    """Every answer below the address of links is for its reader alone, whatever it says."""
    if request.path.startswith("/shared/"):
        sites = " ".join(g.get("frame_sites", ())) or "'none'"
        response.headers["Content-Security-Policy"] = POLICY.format(sites)
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _enter(token: str) -> Share:
    """The link, whose opening is counted where it is opened as it was sent."""
    reading = find_desk().shared
    share = reading.enter(token)
    is_start = request.endpoint in {"shared.show_shared", "shared.show_frame"}
    if is_start and request.method == "GET" and not request.query_string:
        reading.count(share)
    return share


def _enter_frame(token: str) -> Share:
    """The link, where it may stand in a frame."""
    share = _enter(token)
    if not share.terms.sites:
        raise ClosedLink
    g.frame_sites = share.terms.sites
    return share


def _show_start(share: Share, *, in_frame: bool) -> Response:
    """The comparison that is shared, or the overview of the case."""
    if share.document_id:
        return _show_comparison(share, None, in_frame=in_frame)
    reading = find_desk().shared
    case, comparisons = reading.open_case(share)
    places = _find_places(share, len(case.articles), in_frame=in_frame)
    return show("shared/case.html", make_shared_case(case, comparisons, places=places, now=reading.now))


def _show_comparison(share: Share, number: int | None, *, in_frame: bool) -> Response:
    reading, state = find_desk().shared, replace(read_state(request.args), done="")
    record = reading.open_comparison(share, number)
    places = _find_places(share, len(record.case.articles), in_frame=in_frame)
    page = make_shared_comparison(record, find_shown(record, state), places=places, now=reading.now)
    return show("shared/comparison.html", page)


def _find_places(share: Share, articles: int, *, in_frame: bool) -> Places:
    """The addresses of the pages of this link, by the token of the address that was asked for."""
    token = (request.view_args or {})["token"]
    start, article = ("show_frame", "show_framed_article") if in_frame else ("show_shared", "show_article")
    numbers = () if share.document_id else range(1, articles + 1)
    return Places(
        here=url_for(f"shared.{start}", token=token),
        articles=tuple(url_for(f"shared.{article}", token=token, number=number) for number in numbers),
        download=url_for("shared.download_report", token=token) if share.terms.download and not in_frame else "",
        whole=url_for("shared.show_shared", token=token) if in_frame else "",
    )
