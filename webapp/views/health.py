"""A sign of life for whoever watches the server."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.views import find_services

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def show_health() -> Response:
    """Says that the application runs and its database answers."""
    find_services().check_database()
    return Response("ok\n", content_type="text/plain; charset=utf-8")
