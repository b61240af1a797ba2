"""What search engines are asked for: to stay away from all of it."""

from __future__ import annotations

from flask import Blueprint, Response

blueprint = Blueprint("robots", __name__)
ROBOTS = "User-agent: *\nDisallow: /shared/\nDisallow: /\n"


@blueprint.get("/robots.txt")
def show_robots() -> Response:
    """The file that programs read before they look round."""
    return Response(ROBOTS, content_type="text/plain; charset=utf-8")
