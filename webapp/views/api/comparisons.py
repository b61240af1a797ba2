"""Comparisons of a case: as JSON or as any other file."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, Response, request

from copytrail.codec import comparison_to_data
from copytrail.export.to_json import encode_json
from copytrail.model import Comparison
from copytrail.pairs import FIELDS
from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.api.exporting import CHOICES, FORMAT, MEDIA, find_format
from webapp.api.openapi import ComparisonData
from webapp.api.operations import JSON, Answer, Operation, Parameter
from webapp.export_form import read_choices
from webapp.views import find_services
from webapp.views.exports import name_file, walk_case

blueprint = Blueprint("comparisons", __name__)
_FIELDS = Parameter(
    name="fields",
    about=About(
        text="Of the JSON only these fields, separated by commas: findings, speech, facts, summary …", longest=500
    ),
)
OPERATIONS = {
    "show_comparison": Operation(
        summary="Compare an article with its original",
        about="With all that people corrected and dismissed, in any format, with the bytes of the page's export.",
        query=(FORMAT, _FIELDS, *CHOICES),
        answer=Answer(
            about="The comparison.", gives=ComparisonData, media=MEDIA, headers={"ETag": "for If-None-Match"}
        ),
        refuses=frozenset({406, 409}),
    ),
    "show_comparisons": Operation(
        summary="Compare all articles of a case",
        about="One file for all of them; as JSON a list, with one article a single comparison.",
        query=(FORMAT, *CHOICES),
        answer=Answer(
            about="The comparisons.", gives=ComparisonData, media=MEDIA, headers={"ETag": "for If-None-Match"}
        ),
        refuses=frozenset({406, 409}),
    ),
}


@blueprint.get("/cases/<case_id>/articles/<int:number>/comparison")
def show_comparison(case_id: str, number: int) -> Response:
    """One comparison."""
    record = find_services().open_comparison(case_id, number)
    if "fields" in request.args:
        return _send_fields(record.noted, tuple(request.args["fields"].split(",")))
    return _send((record.noted,), f"article-{number}-of-{record.case.name}")


@blueprint.get("/cases/<case_id>/comparisons")
def show_comparisons(case_id: str) -> Response:
    """All of them."""
    records = walk_case(case_id)
    return _send((record.noted for record in records), find_services().open_case(case_id).name)


def _send(comparisons: Iterable[Comparison], title: str) -> Response:
    accepted = dict(request.accept_mimetypes) if request.accept_mimetypes else None
    form = find_format(request.args.get("format", ""), accepted)
    response = Response(form.render(comparisons, read_choices(request.args)), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name_file(title, form.suffix)}"'
    response.vary.add("Accept")
    return response


def _send_fields(comparison: Comparison, names: tuple[str, ...]) -> Response:
    """A part of the JSON; other choices and formats are of the whole."""
    if len(request.args) > 1:
        raise BadBody(Fault("fields", "This goes with JSON as it is, and with no other choice."))
    if not set(names) <= set(FIELDS):
        raise BadBody(Fault("fields", f"There are the fields {', '.join(FIELDS)}."))
    return Response(encode_json(comparison_to_data(comparison, ("schema", *names))) + b"\n", content_type=JSON)
