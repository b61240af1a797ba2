"""What the form for texts has in common wherever it stands: read it, change it, show it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import Response, request, url_for

from copytrail.errors import UnreadableInput
from webapp.checking import FieldError, Limits, check_form
from webapp.contexts import FormPart, make_form_page, make_home
from webapp.contexts.home import CASES_SHOWN
from webapp.errors import show_problem
from webapp.examples import name_example
from webapp.field_views import FormView
from webapp.fields import show_form
from webapp.forms import CaseForm, read_form
from webapp.records import GivenText
from webapp.security import make_token
from webapp.text_forms import GivenFile, is_key
from webapp.views import find_desk, go_to_address, show, wants_fragment
from webapp.wording import ADVICE, say_done


def read_sent_form(case_id: str | None = None) -> CaseForm:
    """The form of this request with its files."""
    desk = find_desk()
    files = {name: tuple(_read_files(name)) for name in request.files}
    form = read_form(request.form, files, make_id=desk.services.make_id, case_id=case_id)
    return desk.receiving.find_kept(form)


def receive_form(form: CaseForm) -> tuple[CaseForm, tuple[FieldError, ...]]:
    """The form with its files and pages received, and what keeps it from being compared."""
    desk = find_desk()
    received, failed = desk.receiving.take_in(form, wants_page=lambda _prefix: True)
    settings = desk.settings
    held = len(desk.services.open_case(form.case_id).articles) if form.case_id else 0
    limits = Limits(settings.text_limit, settings.article_limit, settings.case_limit, held)
    wrong = check_form(received, limits)
    told = {error.place for error in failed}
    return received, (*failed, *(error for error in wrong if error.place not in told or not error.is_about_text))


def act_on_form(form: CaseForm) -> Response | None:
    """Do what a button other than Compare asks for: one more article, one less, or save."""
    action, _, place = request.form.get("action", "compare").partition("-")
    if action not in {"add", "remove", "save", "fetch", "drop"}:
        return None
    asks = action == "fetch"
    form, errors = find_desk().receiving.take_in(form, wants_page=lambda prefix: asks and prefix == place)
    form = replace(form, turn=form.turn + 1)
    if errors:
        return refuse_form(form, errors)
    if action == "add":
        return _show_changed(form.with_article(), f"article-{len(form.articles) + 1}", new_article=True)
    if action == "remove" and place.isascii() and place.isdigit():
        return _show_changed(form.without_article(int(place)), "form-end")
    if action == "drop":
        form = form.map_texts(lambda prefix, text: text.detach() if prefix == place else text)
    if action in {"drop", "fetch"}:
        return _show_changed(form, place)
    return _show_changed(form, "form-end")


def find_sent(form: CaseForm) -> Response | None:
    """What was kept of the texts, where this very form was sent before: its files went into the case meanwhile."""
    case_id = find_desk().drafting.find_sent(form)
    return go_to_address(url_for("texts.show_texts", case_id=case_id)) if case_id else None


def give_texts(form: CaseForm) -> tuple[GivenText, ...] | Response:
    """The texts to compare with their files, or what to answer where a file went away a moment ago."""
    desk = find_desk()
    texts = ((form.original,) if form.original else ()) + form.filled_articles
    try:
        return tuple(desk.receiving.give(text) for text in texts)
    except UnreadableInput:
        return find_sent(form) or refuse_form(*receive_form(desk.receiving.find_kept(form)))


def refuse_form(form: CaseForm, errors: tuple[FieldError, ...]) -> Response:
    """The form once more, with all that was typed and what is wrong with it, and saved as unfinished."""
    form = find_desk().drafting.keep(form)
    if not wants_fragment():
        return render_form(form, errors)
    response = show("home/_form.html", FormPart(csrf=make_token(), form=_show(form, errors)), 422)
    response.headers["HX-Replace-Url"] = address_form(form)
    return response


def rescue_form() -> Response:
    """A form whose token is too old, but which the browser vouches for as ours: shown again with all it holds."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin" or wants_fragment():
        return show_problem(ADVICE["form"], 400)
    sent = read_sent_form((request.view_args or {}).get("case_id"))
    form, errors = find_desk().receiving.take_in(sent)
    response = render_form(find_desk().drafting.keep(form), errors, notice=say_done("stale"))
    response.status_code = 400
    return response


def render_form(form: CaseForm, errors: tuple[FieldError, ...] = (), notice: str = "") -> Response:
    """The whole page around this form: the first page, or the page that adds articles to a case."""
    desk = find_desk()
    status = 422 if errors else 200
    if form.case_id:
        case = desk.services.open_case(form.case_id)
        page = make_form_page(csrf=make_token(), case=case, form=_show(form, errors), notice=notice)
        return show("case/add.html", page, status)
    home = make_home(
        csrf=make_token(),
        lists=(desk.services.list_cases(CASES_SHOWN), desk.drafting.list_drafts()),
        form=_show(form, errors),
        example=name_example(),
        notice=notice,
    )
    return show("home/page.html", home, status)


def address_form(form: CaseForm, anchor: str | None = None) -> str:
    """The address at which the unfinished form is found again."""
    apart = form.apart_from or None
    if form.case_id:
        return url_for("cases.show_form", case_id=form.case_id, draft=form.key, apart=apart, _anchor=anchor)
    return url_for("home.show_home", draft=form.key, apart=apart, _anchor=anchor)


def open_form(draft_id: str) -> CaseForm:
    """The unfinished form, with the one it was kept apart from where the address names it."""
    apart = request.args.get("apart", "")
    form = find_desk().receiving.find_kept(find_desk().drafting.open(draft_id))
    return replace(form, apart_from=apart if is_key(apart) else "")


def _read_files(name: str) -> Iterator[GivenFile]:
    return (GivenFile(file.filename, file.read()) for file in request.files.getlist(name) if file.filename)


def _show(form: CaseForm, errors: tuple[FieldError, ...] = (), *, new_article: bool = False) -> FormView:
    return show_form(form, errors, new_article=new_article, opens_addresses=find_desk().receiving.fetch is not None)


def _show_changed(form: CaseForm, anchor: str, *, new_article: bool = False) -> Response:
    form = find_desk().drafting.keep(form)
    if not wants_fragment():
        return go_to_address(address_form(form, anchor))
    part = FormPart(csrf=make_token(), form=_show(form, new_article=new_article))
    response = show("home/_form.html", part)
    response.headers["HX-Replace-Url"] = address_form(form)
    return response
