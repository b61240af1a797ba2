"""For whoever watches the server: a sign of life, whether it is ready, and its measures."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from webapp.proxies import FORWARDED
from webapp.settings import LOCAL_HOSTS
from webapp.views import find_desk, find_services
from webapp.watching import Health, find_health

blueprint = Blueprint("health", __name__)
_TEXT = "text/plain; charset=utf-8"


@blueprint.get("/health")
def show_health() -> Response:
    """Says that the application runs and its database answers."""
    find_services().check_database()
    return Response("ok\n", content_type=_TEXT)


@blueprint.get("/healthz")
def show_readiness() -> Response:
    """Says in one word whether the server can do its work; to strangers not what stands in its way."""
    health = find_health(find_services().database, find_desk().settings.data_folder)
    word = health if health is Health.READY or _is_near() else "not ready"
    return Response(f"{word}\n", 200 if health is Health.READY else 503, content_type=_TEXT)


@blueprint.get("/metrics")
def show_measures() -> Response:
    """Counts and times; to this machine, and to others only where that was set."""
    desk = find_desk()
    if not (desk.settings.metrics or _is_near()):
        abort(404)
    levels = {**desk.services.count_stored(), "copytrail_database_connections": desk.services.database.in_use}
    return Response(desk.measures.write(levels), content_type="text/plain; version=0.0.4; charset=utf-8")


def _is_near() -> bool:
    """Whether somebody on this machine asks, and not through a proxy that stands here."""
    host = request.host.lower()
    local = any(host == name or host.startswith(f"{name}:") for name in LOCAL_HOSTS)
    return local and FORWARDED not in request.environ and request.remote_addr in {"127.0.0.1", "::1"}
