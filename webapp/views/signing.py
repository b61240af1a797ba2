"""Signing in and out."""

from __future__ import annotations

from flask import Blueprint, Response, request, session, url_for

from webapp.contexts.signing import SignInPage, make_sign_in
from webapp.faults import TriedTooOften, WrongCredentials
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.views.entering import end_sign_in, let_in, read_browser
from webapp.views.guard import COOKIE

blueprint = Blueprint("signing", __name__)


@blueprint.get("/sign-in")
def show_sign_in() -> Response:
    """The form; whoever is signed in, or needs not be, goes on."""
    if find_rights().is_alone or find_rights().person:
        return go_to_address(find_local(request.args.get("next", "")))
    return show("people/sign_in.html", _make_page(request.args.get("next", "")))


@blueprint.post("/sign-in")
def sign_in() -> Response:
    """Sign in, and go to the page that was asked for."""
    name, going = request.form.get("name", ""), request.form.get("next", "")
    if find_rights().is_alone:
        return go_to_address(url_for("home.show_home"))
    try:
        password = request.form.get("password", "")
        person = find_desk().signing.check(name, password, address=find_address(), browser=read_browser())
    except WrongCredentials as error:
        return show("people/sign_in.html", _make_page(going, name, str(error)), 422)
    except TriedTooOften as error:
        response = show("people/sign_in.html", _make_page(going, name, str(error)), 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    return let_in(go_to_address(find_local(going)), person)


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """End this sign-in, here and in the browser."""
    end_sign_in()
    session.clear()
    response = go_to_address(url_for("signing.show_sign_in", done="signed-out"))
    response.delete_cookie(COOKIE)
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


def find_local(address: str) -> str:
    """The address if it is a page of ours, else the first page."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/sign-"))
    is_plain = address.isprintable() and "\\" not in address
    return address if is_ours and is_plain else url_for("home.show_home")


def find_address() -> str:
    """Where the request comes from, which is only ever counted."""
    return request.remote_addr or ""


def _make_page(going: str, name: str = "", problem: str = "") -> SignInPage:
    return make_sign_in(
        csrf=make_token(),
        going=going,
        name=name,
        problem=problem,
        done=request.args.get("done", ""),
        elsewhere=find_desk().settings.sign_on is not None,
    )
