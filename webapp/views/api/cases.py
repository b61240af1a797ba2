"""Cases: find them, make one, change it, throw it away."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.api.cases import CaseData, CaseList, tell_case, tell_found
from webapp.api.operations import Answer, Operation, Parameter
from webapp.api.sent import CaseChange, CaseSent
from webapp.catalogue.asking import LONGEST_SEARCH, CaseOrder, CaseState, read_asking
from webapp.catalogue.changing import CaseChanges
from webapp.catalogue.lines import Tag
from webapp.catalogue.tags import BadTags, read_tags
from webapp.errors import answer_problem
from webapp.faults import UnknownArticle
from webapp.presence import find_person
from webapp.reading import reading_once
from webapp.views import find_desk, find_services
from webapp.views.api.receiving import receive_case, send_received
from webapp.views.api.speaking import (
    IDEMPOTENCY,
    IF_MATCH,
    check_case,
    link_pages,
    read_body,
    send_deleted,
    send_nothing,
    send_value,
)
from webapp.views.api.writing import write_once

blueprint = Blueprint("cases", __name__)
_FIND = (
    Parameter(name="q", about=About(text="Words that all stand in it; “phrases” too.", longest=LONGEST_SEARCH)),
    Parameter(name="tag", about=About(text="A tag that it has.", longest=60)),
    Parameter(name="in", hint=CaseState, about=About(text="Where it lies.")),
    Parameter(name="sort", hint=CaseOrder, about=About(text="What the cases are sorted by.")),
    Parameter(name="page", hint=int, about=About(text="The number of the page; 50 cases stand on one.", least=1)),
)
_CHANGED = Answer(about="The case as it is now.", gives=CaseData)
OPERATIONS = {
    "list_cases": Operation(
        summary="Find cases",
        about="The cases that you may see, on pages; the header `Link` leads to the others.",
        query=_FIND,
        answer=Answer(
            about="One page.",
            gives=CaseList,
            headers={"Link": "first, prev, next and last", "ETag": "for If-None-Match"},
        ),
    ),
    "create_case": Operation(
        summary="Make a case",
        about="Keeps the texts and compares them, in the background where that takes long (see the job of the case).",
        takes=CaseSent,
        headers=(IDEMPOTENCY,),
        answer=Answer(about="The case.", status=201, gives=CaseData, headers={"Location": "Where it is."}),
        refuses=frozenset({409}),
    ),
    "show_case": Operation(summary="Look at a case", answer=Answer(about="The case.", gives=CaseData)),
    "change_case": Operation(
        summary="Change title, tags, place or order",
        about="All that is named is changed, or nothing.",
        takes=CaseChange,
        headers=(IF_MATCH,),
        answer=_CHANGED,
        refuses=frozenset({412}),
    ),
    "throw_away": Operation(
        summary="Throw a case away",
        about="Into the trash, from which it can be restored for some days; where there is none, it is deleted.",
        answer=Answer(about="It is in the trash.", status=204, media=()),
        deletes=True,
    ),
    "restore_case": Operation(
        summary="Restore a case from the trash", answer=Answer(about="The case.", gives=CaseData)
    ),
    "delete_case": Operation(
        summary="Delete a case for good",
        about="Only a case in the trash; all its texts go with it.",
        answer=Answer(about="It is gone.", status=204, media=()),
        deletes=True,
        refuses=frozenset({409}),
    ),
}


@blueprint.get("/cases")
def list_cases() -> Response:
    """One page of the cases that are asked for."""
    catalogue = find_desk().catalogue
    catalogue.shelving.empty_trash()
    found = catalogue.finding.find(read_asking(request.args))
    return link_pages(send_value(tell_found(found)), found.page, found.pages)


@blueprint.post("/cases")
@reading_once()
def create_case() -> Response:
    """Keep a new case."""
    return write_once(_create)


@blueprint.get("/cases/<case_id>")
def show_case(case_id: str) -> Response:
    """The case with its documents."""
    return send_value(tell_case(find_services().open_case(case_id)))


@blueprint.patch("/cases/<case_id>")
def change_case(case_id: str) -> Response:
    """Change what is named."""
    change = read_body(CaseChange)
    changes = CaseChanges(
        title=change.title, tags=_read_tags(change.tags), is_archived=change.archived, order=change.order
    )
    try:
        case = find_desk().catalogue.changing.change(case_id, changes, check=check_case, person=find_person())
    except UnknownArticle as error:
        raise BadBody(Fault("/order", "Name each article of the case once.")) from error
    return send_value(tell_case(case))


@blueprint.post("/cases/<case_id>/trash")
def throw_away(case_id: str) -> Response:
    """Move the case into the trash."""
    find_services().open_case(case_id)
    shelving = find_desk().catalogue.shelving
    shelving.throw_away((case_id,), find_person())
    return send_nothing() if shelving.trash_days else send_deleted()


@blueprint.post("/cases/<case_id>/restore")
def restore_case(case_id: str) -> Response:
    """Take the case out of the trash."""
    find_desk().catalogue.shelving.restore((case_id,), find_person())
    return show_case(case_id)


@blueprint.delete("/cases/<case_id>")
def delete_case(case_id: str) -> Response:
    """Delete a case in the trash with all its texts."""
    if not find_desk().catalogue.shelving.delete((case_id,)):
        return answer_problem("The case is not in the trash: throw it away first.", 409)
    return send_deleted()


def _read_tags(names: tuple[str, ...] | None) -> tuple[Tag, ...] | None:
    """The tags, where they are to be changed; a comma in one is no border of two."""
    if names is None:
        return None
    try:
        return read_tags(",".join(name.replace(",", " ") for name in names))
    except BadTags as error:
        raise BadBody(Fault("/tags", str(error))) from error


def _create() -> Response:
    form, (original, *articles) = receive_case(read_body(CaseSent))
    case = find_services().create_case(form.title, original, tuple(articles), form=form.sign(), person=find_person())
    return send_received(case)
