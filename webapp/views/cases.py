"""A case: make one, look at it, add articles, rename it, delete it."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for
from flask_wtf.csrf import CSRFError

from webapp.checking import check_title
from webapp.errors import show_problem
from webapp.faults import UnknownDraft
from webapp.presence import find_person
from webapp.reading import reading_once
from webapp.records import CaseRecord, GivenText
from webapp.views import find_desk, find_services, go_to_address
from webapp.views.case_page import render_case
from webapp.views.forms import (
    act_on_form,
    find_sent,
    give_texts,
    open_form,
    read_sent_form,
    receive_form,
    refuse_form,
    render_form,
    rescue_form,
)
from webapp.wording import ADVICE, say_done

MOST_LOOKED_AT = 20
"""More files than these are compared at once; what was kept of each can be looked at later."""
blueprint = Blueprint("cases", __name__, url_prefix="/cases")


@blueprint.errorhandler(CSRFError)
def refuse_stale_form(_error: CSRFError) -> Response:
    """Keep what was typed into a form that had become too old."""
    if request.endpoint in {"cases.create_case", "cases.add_articles"}:
        return rescue_form()
    return show_problem(ADVICE["form"], 400)


@blueprint.post("")
@reading_once()
def create_case() -> Response:
    """Compare what the form holds; the form's other buttons change the form."""
    form = read_sent_form()
    changed = act_on_form(form)
    if changed:
        return changed
    form, errors = receive_form(form)
    if errors:
        return find_sent(form) or refuse_form(form, errors)
    desk = find_desk()
    form = desk.drafting.settle(form)
    texts = give_texts(form)
    if isinstance(texts, Response):
        return texts
    original, *articles = texts
    case = desk.services.create_case(form.title, original, tuple(articles), form=form.sign(), person=find_person())
    return _land(case, tuple(articles), original)


@blueprint.get("/<case_id>")
def show_case(case_id: str) -> Response:
    """The documents of a case and what each article took up."""
    return render_case(case_id, notice=say_done(request.args.get("done", "")))


@blueprint.get("/<case_id>/articles/new")
def show_form(case_id: str) -> Response:
    """The form that adds articles, empty or as it was left."""
    drafting = find_desk().drafting
    try:
        form = open_form(request.args["draft"]) if "draft" in request.args else drafting.start(case_id)
    except UnknownDraft:
        form = drafting.start(case_id, key=request.args["draft"])
    return render_form(form if form.case_id == case_id else drafting.start(case_id))


@blueprint.post("/<case_id>/articles")
@reading_once()
def add_articles(case_id: str) -> Response:
    """Add what the form holds to the case."""
    find_services().open_case(case_id)
    form = read_sent_form(case_id)
    changed = act_on_form(form)
    if changed:
        return changed
    form, errors = receive_form(form)
    if errors:
        return find_sent(form) or refuse_form(form, errors)
    desk = find_desk()
    form = desk.drafting.settle(form)
    articles = give_texts(form)
    if isinstance(articles, Response):
        return articles
    case = desk.services.add_articles(case_id, articles, form=form.sign(), person=find_person())
    return _land(case, articles)


@blueprint.post("/<case_id>/rename")
def rename_case(case_id: str) -> Response:
    """Give the case another name."""
    title = request.form.get("title", "")
    errors = check_title("title", title)
    if errors:
        return render_case(case_id, renaming=(title, errors))
    find_services().rename_case(case_id, title, person=find_person())
    return go_to_address(url_for("cases.show_case", case_id=case_id, done="renamed"))


def _land(case: CaseRecord, articles: tuple[GivenText, ...], *originals: GivenText) -> Response:
    """On what was kept where a file is new; else on the comparison of one new article, on the case for more.

    Where comparing takes long, on the page that says how far it is.
    """
    queue = find_desk().queue
    has_many = len(articles) > MOST_LOOKED_AT
    if queue.is_long(case.id) and (has_many or not any(text.file for text in (*originals, *articles))):
        queue.start(case.id, person=find_person())
        return go_to_address(url_for("progress.show_progress", case_id=case.id))
    if any(text.file for text in (*originals, *articles)):
        return go_to_address(url_for("texts.show_texts", case_id=case.id))
    if len(articles) == 1 and not articles[0].is_reference:
        return go_to_address(url_for("comparison.show_comparison", case_id=case.id, number=len(case.articles)))
    return go_to_address(url_for("cases.show_case", case_id=case.id))
