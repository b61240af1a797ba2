"""The one gate that every request passes: who asks, and whether the table of rights lets them."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, Response, request, url_for

from webapp.api.problems import is_api
from webapp.errors import answer_problem, show_problem
from webapp.faults import NotPermitted, UnknownCase, UnknownDraft
from webapp.people.rights import NOWHERE, RIGHTS, Need, Rights, Verdict, judge
from webapp.presence import find_rights, put_rights
from webapp.views import Desk, find_desk, go_to_address, wants_fragment
from webapp.views.api.gate import NO_TOKEN, check_caller, recognise_caller
from webapp.wording import ADVICE

COOKIE = "copytrail_session"
_WITHOUT_PERSON = frozenset({None, "shared", "health", "robots"})
"""The pages that are the same for everybody: files, what links show, and what is asked by machines."""

_NAMING_CASES = frozenset({"drafts.save_draft", "pages.use_page", "catalogue.change_several"})
"""Forms that name cases beside their address."""
_FINAL = frozenset({"trash", "restore", "delete"})
"""What is done with several cases that only those may do whose they are."""


def guard(app: Flask) -> None:
    """Put the gate in place."""
    app.before_request(pass_gate)


def pass_gate() -> Response | None:
    """Let the request pass, or answer it: nothing behind the gate asks again."""
    if request.blueprint in _WITHOUT_PERSON and RIGHTS.get(request.endpoint or "") is Need.OPEN:
        return None
    desk = find_desk()
    put_rights(recognise_caller(desk) if is_api(request.path) else recognise(desk))
    if request.endpoint is None:
        return None
    rights, need = find_rights(), RIGHTS.get(request.endpoint)
    case_id = (request.view_args or {}).get("case_id", "")
    refused = check_caller(need) or _refuse(desk, rights, need, case_id)
    if refused or rights.is_alone or rights.person is None:
        return refused
    for needed, other in _list_cases_of_form():
        refused = refused or _refuse(desk, rights, needed, other)
    if not desk.access.owns_drafts(_list_drafts(), rights.person.id):
        raise UnknownDraft
    return refused


def recognise(desk: Desk) -> Rights:
    """Who asks: alone where there are no accounts, else whoever the browser is signed in as."""
    if desk.settings.alone or not desk.accounts.has_people():
        return Rights(is_alone=True, name=desk.accounts.find_desk_name())
    token = request.cookies.get(COOKIE, "")
    found = desk.signing.recognise(token) if token else None
    if found is None:
        return Rights()
    sign_in, person = found
    return Rights(person=person, name=person.name, sign_in=sign_in.id)


def _refuse(desk: Desk, rights: Rights, need: Need | None, case_id: str) -> Response | None:
    """The answer to somebody who may not; other people's cases are answered like those that are not there."""
    standing = desk.access.find_standing(case_id, rights.viewer) if case_id else NOWHERE
    verdict = judge(need, rights, standing)
    if verdict is Verdict.SIGN_IN:
        return _ask_to_sign_in()
    if verdict is Verdict.MISSING:
        raise UnknownCase
    if verdict is Verdict.REFUSED:
        raise NotPermitted
    return None


def _ask_to_sign_in() -> Response:
    """Send a reader to the page for signing in, and back afterwards; what was typed stays in the browser."""
    if is_api(request.path):
        return answer_problem(NO_TOKEN, 401)
    if request.method in {"GET", "HEAD"} and not wants_fragment():
        here = request.full_path.rstrip("?")
        return go_to_address(url_for("signing.show_sign_in", next=here if here != "/" else None))
    return show_problem(ADVICE["signed-out"], 401)


def _list_cases_of_form() -> Iterator[tuple[Need, str]]:
    """The cases that a form names beside its address, each with what is needed to do that."""
    if request.method != "POST" or request.endpoint not in _NAMING_CASES:
        return
    use = request.form.get("use", "")
    named = [*request.form.getlist("case"), use.removeprefix("case-") if use.startswith("case-") else ""]
    need = Need.MANAGE_CASE if request.form.get("act", "") in _FINAL else Need.EDIT_CASE
    yield from ((need, each) for each in named if each)


def _list_drafts() -> tuple[str, ...]:
    """The unfinished forms that a form names, which it would save over, compare or discard."""
    if request.method != "POST":
        return ()
    named = (request.form.get("key", ""), (request.view_args or {}).get("draft_id", ""))
    return tuple({each for each in (*named, *request.form.getlist("draft")) if each})
