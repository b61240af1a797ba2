"""The reference of the API for people."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.api.problems import ROOT
from webapp.contexts.guide import make_guide
from webapp.views import show
from webapp.views.api.routes import list_routes

blueprint = Blueprint("guide", __name__)


@blueprint.get("/api")
def show_guide() -> Response:
    """Every operation in words, with examples."""
    address = f"{request.host_url.rstrip('/')}{ROOT}"
    return show("guide/page.html", make_guide(list_routes(), address))
