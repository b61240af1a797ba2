"""A case as one of many: tagged, archived, thrown away and restored, deleted for good, copied."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.catalogue.tags import BadTags, read_tags
from webapp.contexts.shelving import make_trashed
from webapp.errors import show_problem
from webapp.faults import InTrash
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show, wants_fragment
from webapp.views.case_page import render_case
from webapp.wording import ADVICE

blueprint = Blueprint("shelving", __name__, url_prefix="/cases/<case_id>")


@blueprint.app_errorhandler(InTrash)
def show_trashed(error: InTrash) -> Response:
    """In place of any page of a case in the trash; who comes by another way only learns that it is not there."""
    named = (request.view_args or {}).get("case_id")
    if wants_fragment() or (named != error.case_id and request.endpoint != "cases.create_case"):
        return show_problem(ADVICE["missing"].about(error), 404)
    desk = find_desk()
    shelving, lessons = desk.catalogue.shelving, desk.preparing.list_made_from(error.case_id)
    page = make_trashed(csrf=make_token(), case=shelving.open(error.case_id), shelving=shelving, lessons=lessons)
    return show("case/trashed.html", page, 404)


@blueprint.post("/tags")
def set_tags(case_id: str) -> Response:
    """Give the case the tags that were typed, and no others."""
    typed = request.form.get("tags", "")
    try:
        tags = read_tags(typed)
    except BadTags as error:
        return render_case(case_id, tags=(typed, str(error)))
    find_desk().catalogue.tagging.set(case_id, tags, find_person())
    return _go_to_case(case_id, "tagged")


@blueprint.post("/archive")
def archive_case(case_id: str) -> Response:
    """Put the case into the archive."""
    find_services().open_case(case_id)
    find_desk().catalogue.shelving.archive((case_id,), find_person())
    return _go_to_case(case_id, "archived")


@blueprint.post("/unarchive")
def bring_back(case_id: str) -> Response:
    """Bring the case back from the archive."""
    find_services().open_case(case_id)
    find_desk().catalogue.shelving.bring_back((case_id,), find_person())
    return _go_to_case(case_id, "back")


@blueprint.post("/copy")
def copy_case(case_id: str) -> Response:
    """Make a second case like this one."""
    return _go_to_case(find_desk().catalogue.copying.copy(case_id).id, "copied")


@blueprint.post("/delete")
def delete_case(case_id: str) -> Response:
    """Move the case to the trash; where there is none, delete it for good."""
    find_services().open_case(case_id)
    shelving = find_desk().catalogue.shelving
    shelving.throw_away((case_id,), find_person())
    done = "trashed.1" if shelving.trash_days else "deleted.1"
    return go_to_address(url_for("catalogue.show_list", done=done))


@blueprint.post("/restore")
def restore_case(case_id: str) -> Response:
    """Take the case out of the trash."""
    find_desk().catalogue.shelving.restore((case_id,), find_person())
    return _go_to_case(case_id, "restored")


@blueprint.post("/delete-for-good")
def delete_for_good(case_id: str) -> Response:
    """Delete a case in the trash for good."""
    number = find_desk().catalogue.shelving.delete((case_id,))
    return go_to_address(f"{url_for('catalogue.show_list')}?in=trash&done=deleted.{number}")


def _go_to_case(case_id: str, done: str) -> Response:
    return go_to_address(url_for("cases.show_case", case_id=case_id, done=done))
