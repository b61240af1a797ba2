"""Pasted rich text made plain, for the form whose box it was pasted into."""

from __future__ import annotations

from flask import Blueprint, Response, request

from copytrail.confinement import extract_confined
from copytrail.errors import CopytrailError
from copytrail.intake.formats import FORMATS

blueprint = Blueprint("pastes", __name__, url_prefix="/pastes")


@blueprint.post("")
def make_plain() -> Response:
    """The text of what was pasted, with its paragraphs, headings and lists; nothing of it is stored."""
    html = request.form.get("html", "")
    try:
        extract = extract_confined(html.encode("utf-8", "replace"), FORMATS["paste"])
    except CopytrailError as error:
        return Response(str(error), status=422, mimetype="text/plain")
    return Response("\n\n".join(block.text for block in extract.blocks), mimetype="text/plain")
