"""What was done to a case, articles as they stood at an earlier time, and the way back."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, abort, request

from copytrail.codec import comparison_to_data
from copytrail.export.to_json import encode_json
from webapp.api.about import About
from webapp.api.corrections import SeenSent
from webapp.api.history import EventData, HistoryData
from webapp.api.openapi import ComparisonData
from webapp.api.operations import JSON, Answer, Operation, Parameter
from webapp.api.reviews import ReviewData
from webapp.contexts.history import EVENTS_SHOWN, describe_event
from webapp.history import Event
from webapp.past import Moment, read_stamp, write_stamp
from webapp.presence import find_person
from webapp.roles import Role
from webapp.views import find_desk, find_services
from webapp.views.api.reviews import show_review
from webapp.views.api.speaking import link_pages, read_body, send_value

blueprint = Blueprint("history", __name__, url_prefix="/cases/<case_id>")
_PAGE = Parameter(
    name="page", hint=int, about=About(text=f"The number of the page; {EVENTS_SHOWN} lines stand on one.", least=1)
)
OPERATIONS = {
    "list_events": Operation(
        summary="Read the history of a case",
        about="Who did what and when; the header `Link` leads to the other pages.",
        query=(_PAGE,),
        answer=Answer(
            about="One page.",
            gives=HistoryData,
            headers={"Link": "first, prev, next and last", "ETag": "for If-None-Match"},
        ),
    ),
    "show_then": Operation(
        summary="Look at an article as it was",
        about="After the event that names this moment, with the corrections of then and the engine of today.",
        answer=Answer(about="The comparison.", gives=ComparisonData, headers={"ETag": "for If-None-Match"}),
        refuses=frozenset({409}),
    ),
    "go_back": Operation(
        summary="Go back to an earlier state",
        about="Corrections, dismissals and what was said of paragraphs; this can be undone.",
        takes=SeenSent,
        answer=Answer(about="The review as it is now.", gives=ReviewData),
        refuses=frozenset({409}),
    ),
}


@blueprint.get("/history")
def list_events(case_id: str) -> Response:
    """One page of what was done, the last page where there are not so many."""
    _case, events = find_desk().history.read(case_id)
    pages = max(1, -(-len(events) // EVENTS_SHOWN))
    page = min(int(request.args.get("page", "1")), pages)
    shown = events[(page - 1) * EVENTS_SHOWN : page * EVENTS_SHOWN]
    told = HistoryData(events=tuple(map(_tell, shown)), total=len(events), page=page, pages=pages)
    return link_pages(send_value(told), page, pages)


@blueprint.get("/articles/<int:number>/then/<stamp>")
def show_then(case_id: str, number: int, stamp: str) -> Response:
    """The comparison as it was."""
    record = find_desk().past.open_then(case_id, number, Moment(_read(stamp)))
    return Response(encode_json(comparison_to_data(record.comparison)) + b"\n", content_type=JSON)


@blueprint.post("/articles/<int:number>/then/<stamp>")
def go_back(case_id: str, number: int, stamp: str) -> Response:
    """Bring back what stood then."""
    desk, time = find_desk(), _read(stamp)
    record = find_services().open_comparison(case_id, number)
    desk.past.go_back(record, Moment(time), seen=read_body(SeenSent).seen, person=find_person())
    desk.shelf.clear()
    return show_review(case_id, number)


def _tell(event: Event) -> EventData:
    deed, what, reason = describe_event(event)
    document = event.document
    article = document.place if document and document.role is Role.DERIVATIVE else None
    return EventData(
        time=event.time,
        person=event.person,
        deed=deed,
        what=what,
        reason=reason,
        document=document.id if document else None,
        article=article,
        then=write_stamp(event.time) if article else None,
    )


def _read(stamp: str) -> datetime:
    """The moment that the address names; one that is none leads nowhere."""
    return read_stamp(stamp) or abort(404)
