"""The links of a case: make one, list them, revoke one, give it more time."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, url_for

from webapp.contexts.shares import Made, Said, make_shares
from webapp.faults import SharingOff
from webapp.ids import make_id
from webapp.presence import find_person
from webapp.security import make_token
from webapp.settings import LOCAL_HOSTS
from webapp.sharing import wording
from webapp.sharing.form import ShareForm, check_form, check_until, find_end, read_form
from webapp.sharing.shares import Share
from webapp.views import find_desk, go_to_address, show

blueprint = Blueprint("shares", __name__, url_prefix="/cases/<case_id>/shares")
_NOTICES = {"revoked": wording.REVOKED, "extended": wording.EXTENDED}


@blueprint.get("")
def show_shares(case_id: str) -> Response:
    """The links of the case, and the form for one more; one that was just made is shown, this once."""
    article = request.args.get("article", "")
    what = f"article-{article}" if article.isascii() and article.isdigit() else "case"
    return _show_page(case_id, ShareForm(what=what, key=make_id()))


@blueprint.post("")
def make_share(case_id: str) -> Response:
    """Make a link."""
    desk, form = find_desk(), read_form(request.form)
    case, now = desk.services.open_case(case_id), desk.services.clock()
    errors = check_form(form, case, now)
    if errors:
        return _show_page(case_id, replace(form, errors=errors), 422)
    article = form.find_article(case)
    share = Share(
        id=form.sign(case.id),
        case_id=case.id,
        document_id=article.id if article else None,
        label=form.label,
        terms=form.make_terms(),
        made=now,
        person=find_person(),
        expires=find_end(form.until, form.date, now),
    )
    try:
        desk.sharing.make(share)
    except SharingOff:
        return _show_page(case_id, form, 403)
    return go_to_address(url_for("shares.show_shares", case_id=case_id, made=share.id))


@blueprint.post("/<share_id>/revoke")
def revoke_share(case_id: str, share_id: str) -> Response:
    """Let a link lead nowhere."""
    find_desk().sharing.revoke(case_id, share_id, person=find_person())
    return go_to_address(url_for("shares.show_shares", case_id=case_id, done="revoked"))


@blueprint.post("/<share_id>/extend")
def extend_share(case_id: str, share_id: str) -> Response:
    """Give a link more time, from now on."""
    desk, until = find_desk(), request.form.get("until", "")
    day, now = request.form.get("date", ""), desk.services.clock()
    errors = check_until(until, day, now)
    if errors:
        return _show_page(case_id, ShareForm(key=make_id(), errors=errors), 422)
    desk.sharing.extend(case_id, share_id, find_end(until, day, now), person=find_person())
    return go_to_address(url_for("shares.show_shares", case_id=case_id, done="extended"))


def _show_page(case_id: str, form: ShareForm, status: int = 200) -> Response:
    desk = find_desk()
    listed = desk.sharing.list_shares(case_id)
    said = Said(
        off="" if desk.sharing.is_on else wording.OFF,
        notice=_NOTICES.get(request.args.get("done", ""), ""),
        made=_take_made(listed[1]) if status == 200 else None,
    )
    page = make_shares(listed, form=form, said=said, now=desk.services.clock(), csrf=make_token())
    return show("shares/page.html", page, status)


def _take_made(shares: tuple[Share, ...]) -> Made | None:
    """The link that the address speaks of, where it is one of this case; it is shown this once."""
    share = next((each for each in shares if each.id == request.args.get("made", "")), None)
    if share is None:
        return None
    token = find_desk().sharing.fresh.take(share.id)
    if not token:
        return Made(text=wording.MADE_BEFORE)
    return Made(
        text=wording.MADE,
        address=_name_address("shared.show_shared", token),
        frame=_name_address("shared.show_frame", token) if share.terms.sites else "",
        note=_warn_of_name(),
    )


def _warn_of_name() -> str:
    """That a link leads nowhere on other computers, where this page was opened by a name of this one."""
    if request.host not in LOCAL_HOSTS and request.host.rpartition(":")[0] not in LOCAL_HOSTS:
        return ""
    return wording.AT_HOME if find_desk().settings.hosts == LOCAL_HOSTS else wording.OWN_NAME


def _name_address(endpoint: str, token: str) -> str:
    """The whole address, with https where the settings say that a proxy speaks it."""
    scheme = "https" if find_desk().settings.secure_cookies else request.scheme
    return url_for(endpoint, token=token, _external=True, _scheme=scheme)
