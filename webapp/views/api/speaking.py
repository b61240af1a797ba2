"""What every view of the API shares: the body it is sent, the value it answers."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode

from flask import Response, make_response, request
from werkzeug.datastructures import ETags
from werkzeug.exceptions import UnsupportedMediaType

from copytrail.errors import CopytrailError
from copytrail.export.to_json import encode_json
from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault, read_json, read_value
from webapp.api.cases import tell_case
from webapp.api.operations import JSON, Lingering, Operation, Parameter
from webapp.api.parameters import find_faults
from webapp.api.schemas import write_value
from webapp.leavings import LINGERS
from webapp.records import CaseRecord
from webapp.views import find_desk

Value = TypeVar("Value")
IDEMPOTENCY = Parameter(
    name="Idempotency-Key",
    about=About(
        text="A word of yours: the same request sent again with it within a day makes no second one.", longest=255
    ),
)
IF_MATCH = Parameter(
    name="If-Match",
    about=About(text="The ETag of what you saw: where it has changed since, nothing is done.", longest=200),
)


class NotMatched(CopytrailError):
    """What stands there has changed since you saw it. Nothing was done: look at it again."""


def read_body(kind: type[Value]) -> Value:
    """The body as a value; raises BadBody with everything that is wrong with it."""
    if request.mimetype != JSON:
        raise UnsupportedMediaType
    settings = find_desk().settings
    request.max_content_length = min(settings.form_limit, 4 * settings.text_limit * (settings.article_limit + 1))
    return read_value(kind, read_json(request.get_data()))


def read_file(media: str) -> bytes:
    """The file in the body, which must be of this content type."""
    if request.mimetype != media:
        raise UnsupportedMediaType
    return request.get_data()


def check_query(operation: Operation) -> None:
    """Refuse parameters that the operation does not know, and values that they cannot have: a slip changes results."""
    found = find_faults(operation.query, request.args)
    if found:
        raise BadBody(*(Fault(name, detail) for name, detail in found))


def send_value(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    response = make_response(encode_json(write_value(value)) + b"\n", status)
    response.content_type = JSON
    return response


def send_made(value: object, place: str) -> Response:
    """What was made just now, and its address."""
    response = send_value(value, 201)
    response.headers["Location"] = place
    return response


def send_nothing() -> Response:
    """That it is done, without a body."""
    response = make_response(b"", 204)
    del response.headers["Content-Type"]
    return response


def send_deleted() -> Response:
    """That it is deleted, and whether its words are still in a file."""
    if find_desk().services.database.leavings.are_there:
        return send_value(Lingering(detail=LINGERS), 202)
    return send_nothing()


def check_match(now: Response) -> None:
    """Fail where the program saw something else than stands there now; raises NotMatched."""
    now.add_etag()
    if request.if_match and not _names(request.if_match, now):
        raise NotMatched


def check_case(case: CaseRecord) -> None:
    """Fail where the program saw the case otherwise than it stands now; raises NotMatched."""
    check_match(send_value(tell_case(case)))


def mark_answer(response: Response) -> Response:
    """Give what is read a tag, and answer 304 where the program has it already."""
    if request.method in {"GET", "HEAD"} and response.status_code == 200 and not response.direct_passthrough:
        response.add_etag()
        if request.if_none_match and _names(request.if_none_match, response):
            response.set_data(b"")
            response.status_code = 304
    return response


def _names(tags: ETags, response: Response) -> bool:
    """Whether one of the tags is that of the answer, as it is or as it is packed on its way."""
    tag = str(response.get_etag()[0])
    return any(tags.contains_weak(each) for each in (tag, f"{tag}-gzip"))


def link_pages(response: Response, page: int, pages: int) -> Response:
    """Name the other pages of a list in the header Link."""
    numbers = {"first": 1, "prev": page - 1, "next": page + 1, "last": pages}
    query = {name: value for name, value in request.args.items() if name != "page"}
    links = [
        f'<{request.path}?{urlencode({**query, "page": number})}>; rel="{name}"'
        for name, number in numbers.items()
        if 1 <= number <= pages
    ]
    response.headers["Link"] = ", ".join(links)
    return response
