"""Files to take away: one comparison, or all of a case, in every format the command line has."""

from __future__ import annotations

import re
import unicodedata

from flask import Blueprint, Response, abort

from copytrail.export import FORMATS
from copytrail.model import Comparison
from webapp.views import find_services

blueprint = Blueprint("exports", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/articles/<int:number>/export/<name>")
def export_comparison(case_id: str, number: int, name: str) -> Response:
    """One comparison as a file."""
    record = find_services().open_comparison(case_id, number)
    return _send_file(name, (record.comparison,), f"article-{number}-of-{record.case.name}")


@blueprint.get("/export/<name>")
def export_case(case_id: str, name: str) -> Response:
    """Every comparison of the case in one file."""
    records = find_services().open_comparisons(case_id)
    if not records:
        abort(404)
    return _send_file(name, tuple(record.comparison for record in records), records[0].case.name)


def name_file(title: str, suffix: str) -> str:
    """A file name that every system takes.

    >>> name_file("Café: the UK–Iraq deal?-1", ".json")
    'copytrail-cafe-the-uk-iraq-deal-1.json'
    """
    plain = unicodedata.normalize("NFKD", title.replace("–", "-")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    return f"copytrail-{words}{suffix}" if words else f"copytrail{suffix}"


def _send_file(name: str, comparisons: tuple[Comparison, ...], title: str) -> Response:
    form = FORMATS.get(name)
    if form is None:
        abort(404)
    response = Response(form.render(comparisons), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name_file(title, form.suffix)}"'
    return response
