"""Zip files of a large case: ask for one, see how far it is, take it away."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request, url_for

from copytrail.export import FORMATS
from webapp.contexts.parcels import make_parcels
from webapp.export_form import keep_choices, read_choices
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show, wants_fragment
from webapp.views.exports import name_file

blueprint = Blueprint("parcels", __name__, url_prefix="/cases/<case_id>/parcels")


@blueprint.get("")
def show_parcels(case_id: str) -> Response:
    """The zip files of the case, and what one more would hold."""
    case = find_services().open_case(case_id)
    if not case.articles:
        abort(404)
    choices = keep_choices(request.args)
    FORMATS["zip"].check(read_choices(request.args))
    kept = find_desk().parcels.list_kept(case_id)
    page = make_parcels(case, kept, csrf=make_token(), choices=choices)
    return show("parcels/_poll.html" if wants_fragment() else "parcels/page.html", page)


@blueprint.post("")
def ask_for_parcel(case_id: str) -> Response:
    """Have one made."""
    FORMATS["zip"].check(read_choices(request.form))
    find_desk().parcels.ask(case_id, keep_choices(request.form), person=find_person())
    return go_to_address(url_for(".show_parcels", case_id=case_id))


@blueprint.post("/<parcel_id>/delete")
def drop_parcel(case_id: str, parcel_id: str) -> Response:
    """Stop making one, or delete it."""
    find_desk().parcels.drop(case_id, parcel_id)
    return go_to_address(url_for(".show_parcels", case_id=case_id))


@blueprint.get("/<parcel_id>/file")
def download_parcel(case_id: str, parcel_id: str) -> Response:
    """One that is made."""
    parcels, form = find_desk().parcels, FORMATS["zip"]
    size = parcels.find_made(case_id, parcel_id).size
    response = Response(parcels.open_file(case_id, parcel_id), content_type=form.media_type)
    response.content_length = size
    name = name_file(find_services().open_case(case_id).name, form.suffix)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
