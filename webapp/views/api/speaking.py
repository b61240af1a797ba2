"""What every view of the API shares: the body it is sent, the value it answers."""

from __future__ import annotations

from typing import TypeVar

from flask import Response, make_response, request
from werkzeug.exceptions import UnsupportedMediaType

from copytrail.export.to_json import encode_json
from webapp.api.bodies import BadBody, Fault, read_json, read_value
from webapp.api.operations import JSON, Operation
from webapp.api.parameters import find_faults
from webapp.api.schemas import write_value
from webapp.views import find_desk

Value = TypeVar("Value")


def read_body(kind: type[Value]) -> Value:
    """The body as a value; raises BadBody with everything that is wrong with it."""
    if request.mimetype != JSON:
        raise UnsupportedMediaType
    settings = find_desk().settings
    request.max_content_length = min(settings.form_limit, 4 * settings.text_limit * (settings.article_limit + 1))
    return read_value(kind, read_json(request.get_data(cache=False)))


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
