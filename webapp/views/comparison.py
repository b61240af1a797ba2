"""The comparison page: one article beside its release, whole or as a fragment, and the kinds of its paragraphs."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, request

from copytrail.display.state import read_state
from copytrail.model import ParagraphKind
from webapp.contexts import make_comparison
from webapp.security import make_token
from webapp.views import find_services, go_to_address, show, wants_fragment

blueprint = Blueprint("comparison", __name__, url_prefix="/cases/<case_id>/articles/<int:number>")

KINDS = {"body": ParagraphKind.BODY, "furniture": ParagraphKind.FURNITURE}
"""What a person can say of a paragraph: part of the text, or not."""


@blueprint.get("")
def show_comparison(case_id: str, number: int) -> Response:
    """The comparison as the address asks for it."""
    record = find_services().open_comparison(case_id, number)
    page = make_comparison(csrf=make_token(), record=record, state=read_state(request.args))
    return show("comparison/_fragment.html" if wants_fragment() else "comparison/page.html", page)


@blueprint.post("/paragraphs")
def set_kind(case_id: str, number: int) -> Response:
    """Restore a paragraph or set it aside as furniture, and compare again."""
    services = find_services()
    case = services.open_case(case_id)
    kind, place, side = request.form.get("kind", ""), request.form.get("paragraph", ""), request.form.get("side", "")
    if kind not in KINDS or side not in {"original", "derivative"} or not place.isascii() or not place.isdigit():
        abort(400)
    if not 1 <= number <= len(case.articles):
        abort(404)
    document = case.original if side == "original" else case.articles[number - 1]
    services.set_paragraph_kind(case_id, document.id, int(place[:9]), KINDS[kind])
    name = f"{'R' if side == 'original' else 'A'}{int(place[:9])}"
    address = current_app.url_for("comparison.show_comparison", case_id=case_id, number=number)
    query = read_state(request.form).address()
    return go_to_address(f"{address}{query}{'&' if query != '?' else ''}done={name}.{kind}#{name}")
