"""Files to take away: one comparison, or all of a case, in every format the command line has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, request, url_for

from copytrail.export import FORMATS
from copytrail.model import Comparison
from webapp.contexts.exports import Refused, make_exports
from webapp.export_form import find_problem, keep_choices, read_choices, read_chosen
from webapp.records import CaseRecord, ComparisonRecord
from webapp.views import find_desk, find_services, go_to_address, show

blueprint = Blueprint("exports", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/articles/<int:number>/export")
def choose_export(case_id: str, number: int) -> Response:
    """What is to stand in the file of one comparison; a choice that was made leads to the file."""
    case = find_services().open_comparison(case_id, number).case
    return _choose(case, number, url_for(".export_comparison", case_id=case_id, number=number, name=_name_format()))


@blueprint.get("/export")
def choose_case_export(case_id: str) -> Response:
    """The same for all comparisons of a case."""
    case = find_services().open_case(case_id)
    return _choose(case, 0, url_for(".export_case", case_id=case_id, name=_name_format()))


@blueprint.get("/articles/<int:number>/export/<name>")
def export_comparison(case_id: str, number: int, name: str) -> Response:
    """One comparison as a file."""
    record = find_services().open_comparison(case_id, number)
    return _send_file(name, (record.noted,), f"article-{number}-of-{record.case.name}")


@blueprint.get("/export/<name>")
def export_case(case_id: str, name: str) -> Response:
    """Every comparison of the case in one file; one that takes long is made in the background."""
    if name == "zip" and find_desk().parcels.takes_long(find_services().open_case(case_id)):
        address = url_for("parcels.show_parcels", case_id=case_id)
        return go_to_address(f"{address}?{keep_choices(request.args)}")
    records = walk_case(case_id)
    return _send_file(name, (record.noted for record in records), find_services().open_case(case_id).name)


def walk_case(case_id: str) -> Iterator[ComparisonRecord]:
    """The comparisons of a case one after the other; a case without any has no file."""
    records = find_services().walk_comparisons(case_id)
    first = next(records, None)
    if first is None:
        abort(404)
    return chain([first], records)


def name_file(title: str, suffix: str) -> str:
    """A file name that every system takes.

    >>> name_file("Café: the UK–Iraq deal?-1", ".json")
    'copytrail-cafe-the-uk-iraq-deal-1.json'
    """
    plain = unicodedata.normalize("NFKD", title.replace("–", "-")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    return f"copytrail-{words}{suffix}" if words else f"copytrail{suffix}"


def _choose(case: CaseRecord, number: int, address: str) -> Response:
    """The page of choices; one that can be made leads to the file's own address, with what was chosen of it."""
    chosen = read_chosen(request.args, request.args.getlist("formats"))
    problem = find_problem(chosen, articles=1 if number else len(case.articles)) if chosen else ""
    if chosen and not problem:
        rest = urlencode({name: value for name, value in chosen.items() if name != "format"})
        return go_to_address(f"{address}?{rest}" if rest else address)
    page = make_exports(case, number, today=find_services().clock().date(), refused=Refused(chosen, problem))
    return show("exports/page.html", page, 422 if problem else 200)


def _name_format() -> str:
    return request.args.get("format", "") or "pdf"


def _send_file(name: str, comparisons: Iterable[Comparison], title: str) -> Response:
    form = FORMATS.get(name)
    if form is None:
        abort(404)
    response = Response(form.render(comparisons, read_choices(request.args)), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name_file(title, form.suffix)}"'
    return response
