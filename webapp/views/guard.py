"""The one gate that every request passes: who asks, and whether the table of rights lets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import Flask, Response, g, request, session, url_for

from webapp.api.problems import is_api
from webapp.errors import answer_problem, show_problem
from webapp.faults import NotFound, NotPermitted, OnlyHere, UnknownCase, UnknownClass, UnknownDraft, UnknownLesson
from webapp.people.rights import NOWHERE, Need, Rights, Standing, Verdict, judge
from webapp.people.table import RIGHTS
from webapp.presence import find_rights, put_rights, put_standing
from webapp.proxies import FORWARDED
from webapp.views import Desk, find_desk, go_to_address, wants_fragment
from webapp.views.api.gate import NO_TOKEN, check_caller, recognise_caller
from webapp.wording import ADVICE

COOKIE = "copytrail_session"
PUPIL = "pupil"
"""Where the browser's session keeps the secret of its pupil."""
_WITHOUT_PERSON = frozenset({None, "shared", "health", "robots", "class_door"})
"""The pages that are the same for everybody: files, what links show, and what is asked by machines."""

_FOR_PUPILS = frozenset({"class_door", "class_work"})
"""The pages of pupils, who have no accounts; on a desk without accounts they are for this machine as all others are."""
_NAMING_CASES = frozenset({"drafts.save_draft", "pages.use_page", "catalogue.change_several"})
"""Forms that name cases beside their address."""
_FINAL = frozenset({"trash", "restore", "delete"})
"""What is done with several cases that only those may do whose they are."""


def guard(app: Flask) -> None:
    """Put the gate in place."""
    app.before_request(pass_gate)


def pass_gate() -> Response | None:
    """Let the request pass, or answer it: nothing behind the gate asks again."""
    if request.blueprint in _FOR_PUPILS and _is_from_elsewhere(find_desk()):
        return show_problem(ADVICE["not-permitted"].about(OnlyHere()), 403)
    if request.blueprint in _WITHOUT_PERSON and RIGHTS.get(request.endpoint or "") is Need.OPEN:
        return None
    desk = find_desk()
    if RIGHTS.get(request.endpoint or "") is Need.PUPIL:
        g.attendance = desk.attending.recognise((request.view_args or {})["class_id"], session.get(PUPIL, ""))
        return None
    put_rights(recognise_caller(desk) if is_api(request.path) else recognise(desk))
    if request.endpoint is None:
        return None
    rights, need = find_rights(), RIGHTS.get(request.endpoint)
    standing = _find_standing(desk, rights, request.view_args or {})
    put_standing(standing)
    refused = check_caller(need) or _refuse(rights, need, standing, _name_missing())
    if refused or rights.is_alone or rights.person is None:
        return refused
    for needed, other in _list_cases_of_form():
        refused = refused or _refuse(rights, needed, _find_standing(desk, rights, {"case_id": other}))
    if not desk.access.owns_drafts(_list_drafts(), rights.person.id):
        raise UnknownDraft
    return refused


def recognise(desk: Desk) -> Rights:
    """Who asks: alone where there are no accounts, else whoever the browser is signed in as."""
    if desk.settings.alone or not desk.accounts.has_people():
        if FORWARDED in request.environ:
            raise OnlyHere
        return Rights(is_alone=True, name=desk.accounts.find_desk_name())
    token = request.cookies.get(COOKIE, "")
    found = desk.signing.recognise(token) if token else None
    if found is None:
        return Rights()
    sign_in, person = found
    return Rights(person=person, name=person.name, sign_in=sign_in.id)


def _is_from_elsewhere(desk: Desk) -> bool:
    """Whether a request came through another server to a desk without accounts."""
    return FORWARDED in request.environ and (desk.settings.alone or not desk.accounts.has_people())


def _find_standing(desk: Desk, rights: Rights, named: Mapping[str, str]) -> Standing:
    """How whoever asks stands to what is named: a case, a lesson or a class."""
    for name, find in (
        ("case_id", desk.access.find_standing),
        ("lesson_id", desk.preparing.find_standing),
        ("class_id", desk.running.find_standing),
    ):
        if named.get(name):
            return find(named[name], rights.viewer)
    return NOWHERE


def _name_missing() -> type[NotFound]:
    """What is said not to be here, where somebody may not know of it."""
    named = request.view_args or {}
    return UnknownLesson if "lesson_id" in named else UnknownClass if "class_id" in named else UnknownCase


def _refuse(
    rights: Rights, need: Need | None, standing: Standing, missing: type[NotFound] = UnknownCase
) -> Response | None:
    """The answer to somebody who may not; what is other people's is answered like what is not there."""
    verdict = judge(need, rights, standing)
    if verdict is Verdict.SIGN_IN:
        return _ask_to_sign_in()
    if verdict is Verdict.MISSING:
        raise missing
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
