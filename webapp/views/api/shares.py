"""Links by which others read a case: make one, list them, give one more time, revoke one."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, url_for

from webapp.api.operations import Answer, Operation
from webapp.api.shares import (
    ShareData,
    ShareList,
    ShareMade,
    ShareSent,
    SpanSent,
    find_expiry,
    lay_share,
    tell_share,
)
from webapp.faults import UnknownShare
from webapp.ids import make_id
from webapp.presence import find_person
from webapp.sharing.shares import Share
from webapp.views import find_desk, find_services, name_address
from webapp.views.api.speaking import IDEMPOTENCY, IF_MATCH, check_match, read_body, send_made, send_value
from webapp.views.api.writing import write_once

blueprint = Blueprint("shares", __name__, url_prefix="/cases/<case_id>/shares")
_NOW = Answer(about="The link as it is now.", gives=ShareData)
OPERATIONS = {
    "list_shares": Operation(summary="List the links of a case", answer=Answer(about="The links.", gives=ShareList)),
    "make_share": Operation(
        summary="Make a link",
        about="By which whoever has it reads the case, or one comparison, without an account. Its address is told in "
        "this answer and never again.",
        takes=ShareSent,
        headers=(IDEMPOTENCY,),
        answer=Answer(about="The link.", status=201, gives=ShareMade, headers={"Location": "What is kept of it."}),
        refuses=frozenset({403, 409}),
    ),
    "show_share": Operation(summary="Look at a link", about="At what it shows and until when.", answer=_NOW),
    "extend_share": Operation(
        summary="Give a link another end",
        takes=SpanSent,
        headers=(IF_MATCH,),
        answer=_NOW,
        refuses=frozenset({403, 412}),
    ),
    "revoke_share": Operation(summary="Revoke a link", about="It leads nowhere from now on.", answer=_NOW),
}


@blueprint.get("")
def list_shares(case_id: str) -> Response:
    """The links, the newest first."""
    desk = find_desk()
    case, shares = desk.sharing.list_shares(case_id)
    now = desk.services.clock()
    return send_value(ShareList(shares=tuple(tell_share(each, case, now) for each in shares), is_on=desk.sharing.is_on))


@blueprint.post("")
def make_share(case_id: str) -> Response:
    """Make a link."""
    return write_once(lambda: _make(case_id))


@blueprint.get("/<share_id>")
def show_share(case_id: str, share_id: str) -> Response:
    """One link."""
    return _tell(_find(case_id, share_id))


@blueprint.patch("/<share_id>")
def extend_share(case_id: str, share_id: str) -> Response:
    """Give it more time, or less."""
    desk, sent = find_desk(), read_body(SpanSent)
    check_match(show_share(case_id, share_id))
    expires = find_expiry(sent, desk.services.clock())
    desk.sharing.extend(case_id, share_id, expires, person=find_person())
    return show_share(case_id, share_id)


@blueprint.delete("/<share_id>")
def revoke_share(case_id: str, share_id: str) -> Response:
    """Let it lead nowhere."""
    find_services().open_case(case_id)
    find_desk().sharing.revoke(case_id, share_id, person=find_person())
    return show_share(case_id, share_id)


def _make(case_id: str) -> Response:
    desk, sent = find_desk(), read_body(ShareSent)
    case, now = desk.services.open_case(case_id), desk.services.clock()
    share = replace(lay_share(sent, case, share_id=make_id(), now=now), person=find_person())
    desk.sharing.make(share)
    address = name_address("shared.show_shared", token=desk.sharing.fresh.take(share.id))
    place = url_for("api.shares.show_share", case_id=case_id, share_id=share.id)
    return send_made(ShareMade(share=tell_share(share, case, now), address=address), place)


def _find(case_id: str, share_id: str) -> Share:
    share = next((each for each in find_desk().sharing.list_shares(case_id)[1] if each.id == share_id), None)
    if share is None:
        raise UnknownShare
    return share


def _tell(share: Share) -> Response:
    desk = find_desk()
    return send_value(tell_share(share, desk.services.open_case(share.case_id), desk.services.clock()))
