"""The description of the API, for programs."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.api.openapi import describe_api
from webapp.api.operations import Answer, Operation
from webapp.api.problems import ROOT
from webapp.views.api.routes import list_routes
from webapp.views.api.speaking import send_value

blueprint = Blueprint("description", __name__)
OPERATIONS = {
    "describe": Operation(
        summary="This description",
        about="All operations with what they take and give, as OpenAPI 3.1.",
        answer=Answer(about="The description.", gives=object),
    )
}


@blueprint.get("/openapi.json")
def describe() -> Response:
    """Every operation that is served here."""
    return send_value(describe_api(list_routes(), ROOT))
