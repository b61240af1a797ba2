"""Compare many pairs without storing anything."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.api.batch import BatchSent, compare_pairs
from webapp.api.operations import Answer, Operation
from webapp.views import find_desk
from webapp.views.api.speaking import read_body

blueprint = Blueprint("batch", __name__)
LINES = "application/x-ndjson"
OPERATIONS = {
    "compare_batch": Operation(
        summary="Compare many pairs",
        about=(
            "Each pair by itself; the answer is one line of JSON for each, sent as soon as it is made, in the order of "
            "the pairs: the comparison with its `id`, or `id` and `error`. The lines are those of `copytrail batch`."
        ),
        takes=BatchSent,
        answer=Answer(about="A line for each pair.", media=(LINES,)),
    )
}


@blueprint.post("/batch")
def compare_batch() -> Response:
    """The comparisons, line by line."""
    comparing = find_desk().comparing
    lines = compare_pairs(read_body(BatchSent), limit=comparing.text_limit)
    comparing.enter()
    response = Response(lines, content_type=LINES)
    response.call_on_close(comparing.leave)  # also where nobody waits for the first line any more
    return response
