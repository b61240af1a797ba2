"""What the form for texts has in common wherever it stands: read it, change it, show it again."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, request, url_for

from webapp.checking import FieldError, absorb_files, check_files, check_form
from webapp.contexts import FormPart, make_form_page, make_home
from webapp.errors import show_problem
from webapp.fields import show_form
from webapp.forms import CaseForm, GivenFile, is_key, read_form
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show, wants_fragment
from webapp.wording import ADVICE, say_done


def read_sent_form(case_id: str | None = None) -> CaseForm:
    """The form of this request with its files."""
    files = {name: GivenFile(file.filename or "", file.read()) for name, file in request.files.items() if file.filename}
    return read_form(request.form, files, make_id=find_desk().services.make_id, case_id=case_id)


def find_errors(form: CaseForm) -> tuple[FieldError, ...]:
    """What keeps the form from being compared."""
    settings = find_desk().settings
    return check_form(form, text_limit=settings.text_limit, article_limit=settings.article_limit)


def act_on_form(form: CaseForm) -> Response | None:
    """Do what a button other than Compare asks for: one more article, one less, or save."""
    action, _, number = request.form.get("action", "compare").partition("-")
    if action not in {"add", "remove", "save"}:
        return None
    errors = check_files(form, text_limit=find_desk().settings.text_limit)
    if errors:
        return refuse_form(form, errors)
    form = replace(absorb_files(form), turn=form.turn + 1)
    if action == "add":
        return _show_changed(form.with_article(), f"article-{len(form.articles) + 1}", new_article=True)
    if action == "remove" and number.isascii() and number.isdigit():
        return _show_changed(form.without_article(int(number)), "form-end")
    return _show_changed(form, "form-end")


def refuse_form(form: CaseForm, errors: tuple[FieldError, ...]) -> Response:
    """The form once more, with all that was typed and what is wrong with it, and saved as unfinished."""
    form = find_desk().drafting.keep(absorb_files(form.refuse_files({each.field: each.message for each in errors})))
    if not wants_fragment():
        return render_form(form, errors)
    response = show("home/_form.html", FormPart(csrf=make_token(), form=show_form(form, errors)), 422)
    response.headers["HX-Replace-Url"] = address_form(form)
    return response


def rescue_form() -> Response:
    """A form whose token is too old, but which the browser vouches for as ours: shown again with all it holds."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin" or wants_fragment():
        return show_problem(ADVICE["form"], 400)
    form = find_desk().drafting.keep(absorb_files(read_sent_form((request.view_args or {}).get("case_id"))))
    response = render_form(form, notice=say_done("stale"))
    response.status_code = 400
    return response


def render_form(form: CaseForm, errors: tuple[FieldError, ...] = (), notice: str = "") -> Response:
    """The whole page around this form: the first page, or the page that adds articles to a case."""
    desk = find_desk()
    status = 422 if errors else 200
    if form.case_id:
        case = desk.services.open_case(form.case_id)
        page = make_form_page(csrf=make_token(), case=case, form=form, errors=errors, notice=notice)
        return show("case/add.html", page, status)
    home = make_home(
        csrf=make_token(),
        lists=(desk.services.list_cases(), desk.drafting.list_drafts()),
        form=form,
        example=desk.services.name_example(),
        errors=errors,
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
    return replace(find_desk().drafting.open(draft_id), apart_from=apart if is_key(apart) else "")


def _show_changed(form: CaseForm, anchor: str, *, new_article: bool = False) -> Response:
    form = find_desk().drafting.keep(form)
    if not wants_fragment():
        return go_to_address(address_form(form, anchor))
    part = FormPart(csrf=make_token(), form=show_form(form, new_article=new_article))
    response = show("home/_form.html", part)
    response.headers["HX-Replace-Url"] = address_form(form)
    return response
