"""Pages sent from a browser, by the bookmarklet or any form: receive one, say what it is for."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from copytrail.errors import CopytrailError
from webapp.contexts.pages import CASES_OFFERED, ArrivedPage, make_sending_page, make_sent_page
from webapp.errors import show_problem
from webapp.forms import CaseForm
from webapp.presence import find_viewer
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.views.forms import address_form
from webapp.wording import ADVICE

blueprint = Blueprint("pages", __name__, url_prefix="/pages")


@blueprint.get("")
def show_sending() -> Response:
    """How to send pages here."""
    return show("pages/sending.html", make_sending_page(url_for("pages.receive_page", _external=True)))


@blueprint.post("")
def receive_page() -> Response:
    """Hold the page that a browser sends from another site; nothing of it is stored, and no cookie is read or set."""
    html = request.form.get("html", "")
    if not html.strip():
        return show_problem(ADVICE["no-page"], 422)
    key = find_desk().inbox.put(html, request.form.get("url", "").strip(), request.form.get("title", "").strip())
    return show("pages/arrived.html", ArrivedPage("A page arrived", key))


@blueprint.get("/<key>")
def show_page(key: str) -> Response:
    """The page that arrived, and what it can become."""
    return _show(key)


@blueprint.post("/<key>")
def use_page(key: str) -> Response:
    """Make the page the release or an article of an unfinished form."""
    desk = find_desk()
    use = request.form.get("use", "")
    case_id = use.removeprefix("case-") if use.startswith("case-") else None
    form = desk.drafting.start(case_id and desk.services.open_case(case_id).id)
    try:
        kept = desk.receiving.take_page(desk.inbox.find(key, find_viewer().person_id))
    except CopytrailError as error:
        return _show(key, str(error))
    place = "original" if use == "release" and not case_id else "article-1"
    form = desk.drafting.keep(form.map_texts(lambda prefix, text: text.attach(kept) if prefix == place else text))
    desk.inbox.drop(key)
    return go_to_address(address_form(form, _name_empty(form)))


def _name_empty(form: CaseForm) -> str:
    """The first text of the form that is still to be filled in, or its end."""
    return next((prefix for prefix, text in form.texts if text.is_blank), "form-end")


def _show(key: str, problem: str = "") -> Response:
    desk = find_desk()
    page = make_sent_page(
        csrf=make_token(),
        key=key,
        page=desk.inbox.find(key, find_viewer().person_id),
        cases=desk.services.list_cases(CASES_OFFERED),
        problem=problem,
    )
    return show("pages/page.html", page, 422 if problem else 200)
