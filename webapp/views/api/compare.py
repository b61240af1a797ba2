"""Compare texts without storing anything."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.api.comparing import CompareAsked
from webapp.api.exporting import CHOICES, FORMAT, MEDIA, find_format
from webapp.api.openapi import ComparisonData
from webapp.api.operations import Answer, Operation
from webapp.export_form import read_choices
from webapp.views import find_desk
from webapp.views.api.speaking import read_body

blueprint = Blueprint("compare", __name__)
OPERATIONS = {
    "compare_texts": Operation(
        summary="Compare texts",
        about=(
            "Holds an original against one article, or several, and answers the comparison in any format. Nothing is "
            "stored, and no address is opened. The same texts and choices give the bytes of `copytrail compare`. With "
            "one article the JSON is one object, with several a list."
        ),
        takes=CompareAsked,
        query=(FORMAT, *CHOICES),
        answer=Answer(about="The comparison.", gives=ComparisonData, media=MEDIA),
        refuses=frozenset({406}),
    )
}


@blueprint.post("/compare")
def compare_texts() -> Response:
    """The comparison of what was sent."""
    accepted = dict(request.accept_mimetypes) if request.accept_mimetypes else None
    form = find_format(request.args.get("format", ""), accepted)
    choices = read_choices(request.args)
    form.check(choices)
    comparisons = find_desk().comparing.compare(read_body(CompareAsked))
    response = Response(form.render(comparisons, choices), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="copytrail{form.suffix}"'
    response.vary.add("Accept")
    return response
