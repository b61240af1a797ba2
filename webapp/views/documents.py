"""A document of a case: change what is written about it, delete it."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.checking import check_description
from webapp.presence import find_person
from webapp.roles import Role
from webapp.text_forms import read_text
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.case_page import render_case

blueprint = Blueprint("documents", __name__, url_prefix="/cases/<case_id>/documents/<document_id>")


@blueprint.post("/describe")
def describe_document(case_id: str, document_id: str) -> Response:
    """Change title, publisher, address and date."""
    case = find_services().open_case(case_id)
    prefix = case.find(document_id).anchor
    text = read_text(prefix, request.form, {})
    errors = check_description(prefix, text)
    if errors:
        return render_case(case_id, describing=(document_id, text, errors))
    find_desk().documents.describe(case_id, document_id, text.give(), person=find_person())
    return go_to_address(url_for("cases.show_case", case_id=case_id, done="described"))


@blueprint.post("/delete")
def delete_document(case_id: str, document_id: str) -> Response:
    """Delete an article or a reference for good."""
    role = find_desk().documents.delete(case_id, document_id, person=find_person()).role
    done = "reference-deleted" if role is Role.REFERENCE else "article-deleted"
    return go_to_address(url_for("cases.show_case", case_id=case_id, done=done))
