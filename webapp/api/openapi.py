"""The description of the API as OpenAPI 3.1, made from the declarations of its operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from copytrail.codec import SCHEMA
from copytrail.pairs import FIELDS
from copytrail.version import VERSION
from webapp.api.about import Hint
from webapp.api.lessons import LessonFileData
from webapp.api.operations import JSON, Answer, Lingering, Operation, Parameter, Route
from webapp.api.problems import MEDIA, ApiProblem
from webapp.api.schemas import PLACE, Schema, describe_type, describe_value, list_values

ABOUT = (
    "Copytrail holds a press release against the articles written from it. Texts are compared here, and cases, "
    "documents, comparisons, reviews, links, backups, lessons and jobs worked on as on the pages. "
    "Send a token as `Authorization: Bearer …`; "
    "bodies are JSON in UTF-8; every error is a problem as RFC 9457 describes it."
)
TOKEN = "token"  # noqa: S105 - the name of the scheme
GROUPS = {
    "compare": "Comparing without storing anything",
    "cases": "Cases",
    "access": "Who sees a case",
    "keeping": "Copies, backups and the day of deletion",
    "shares": "Links for others to read a case",
    "documents": "Documents of a case",
    "comparisons": "Comparisons and their files",
    "reviews": "What people say of a comparison",
    "history": "The history of a case, and its earlier states",
    "jobs": "Long work",
    "lessons": "Lessons",
    "people": "People and teams",
    "batch": "Many pairs without storing anything",
    "description": "This description",
}


class ComparisonData:
    """A comparison, as docs/json.md describes it and docs/comparison.schema.json checks it."""


_APART = {ComparisonData, LessonFileData}
"""What is described elsewhere."""


def describe_api(routes: Sequence[Route], server: str) -> Schema:
    """The whole description."""
    paths: dict[str, dict[str, Schema]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = describe_route(route)
    groups = list(dict.fromkeys(route.group for route in routes))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Copytrail",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": server}],
        "tags": [{"name": group, "description": GROUPS[group]} for group in groups],
        "paths": paths,
        "components": {"schemas": _describe_values(routes), "securitySchemes": {TOKEN: _TOKEN}},
    }


def describe_route(route: Route) -> Schema:
    """One operation."""
    operation = route.operation
    places = [_describe_place(name, hint) for name, hint in route.places.items()]
    query = [_describe_parameter(each, "query") for each in operation.query]
    headers = [_describe_parameter(each, "header") for each in operation.headers]
    sends = operation.takes or operation.file
    body = {"requestBody": _describe_body(operation)} if sends else {}
    return {
        "operationId": f"{route.group}_{route.name}",
        "tags": [route.group],
        "summary": operation.summary,
        "description": operation.about,
        "parameters": [*places, *query, *headers],
        **body,
        "responses": {
            str(operation.answer.status): _describe_answer(operation.answer),
            **_describe_repeat(operation),
            **_describe_lingering(operation),
            **{str(status): _describe_problem(status) for status in route.statuses},
        },
        "security": [{TOKEN: [route.scope.value]}] if route.scope else [],
    }


_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token made on the page of your account; where there are no accounts, reading needs none.",
}
LATER = "It is deleted; its words leave the database's log as soon as nobody reads the database."
WORDS: Mapping[str, str] = {
    "case_id": "The case, as the list of cases names it.",
    "document_id": "The document, as its case names it.",
    "note_id": "The note, as the review names it.",
    "claim": "The finding or the correction, as the review names it.",
    "stamp": "The moment, as an event of the history names it (`then`).",
    "share_id": "The link, as the list of links names it.",
    "lesson_id": "The lesson, as the list of lessons names it.",
    "number": "The number of the article in its case, from 1.",
}


def _describe_values(routes: Sequence[Route]) -> Schema:
    found: dict[str, Hint] = {"ApiProblem": ApiProblem, "Lingering": Lingering}
    for route in routes:
        for hint in (route.operation.takes, route.operation.answer.gives, ApiProblem):
            found |= list_values(hint) if hint and hint not in _APART else {}
    described = {name: describe_value(kind) for name, kind in sorted(found.items())}
    return {**described, "Comparison": _COMPARISON}


def _describe_place(name: str, hint: Hint) -> Schema:
    schema = {**describe_type(hint), **({"minimum": 1} if hint is int else {})}
    return {"name": name, "in": "path", "required": True, "description": WORDS[name], "schema": schema}


def _describe_parameter(parameter: Parameter, place: str) -> Schema:
    schema = describe_type(parameter.hint, parameter.about)
    said = schema.pop("description", "")
    return {"name": parameter.name, "in": place, "required": False, "description": said, "schema": schema}


def _describe_body(operation: Operation) -> Schema:
    if not operation.file:
        return {"required": True, "content": {JSON: {"schema": describe_type(operation.takes)}}}
    schema: Schema = {"type": "object"} if operation.file == JSON else {"type": "string", "format": "binary"}
    return {"required": True, "content": {operation.file: {"schema": schema}}}


def _describe_answer(answer: Answer) -> Schema:
    content = {media: {"schema": _find_schema(answer, media)} for media in answer.media}
    headers = {name: {"description": said, "schema": {"type": "string"}} for name, said in answer.headers.items()}
    return {
        "description": answer.about,
        **({"content": content} if content else {}),
        **({"headers": headers} if headers else {}),
    }


def _find_schema(answer: Answer, media: str) -> Schema:
    if media != JSON:
        return {"type": "string"} if media.startswith("text/") else {}
    if answer.gives is ComparisonData:
        one = {"$ref": f"{PLACE}Comparison"}
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if answer.gives is LessonFileData:
        return {"type": "object", "description": " ".join((LessonFileData.__doc__ or "").split())}
    return describe_type(answer.gives) if answer.gives else {}


def _describe_repeat(operation: Operation) -> Schema:
    """What is answered where the key of a request was answered before."""
    keyed = operation.answer.status == 201
    return {"303": {"description": "This was done before: it is found at Location."}} if keyed else {}


def _describe_lingering(operation: Operation) -> Schema:
    """What is answered where deleted words are still in a file."""
    if not operation.deletes:
        return {}
    schema = describe_type(operation.answer.gives or Lingering)
    return {"202": {"description": LATER, "content": {JSON: {"schema": schema}}}}


def _describe_problem(status: int) -> Schema:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA: {"schema": {"$ref": f"{PLACE}ApiProblem"}}},
    }


_COMPARISON: Schema = {
    "type": "object",
    "description": " ".join((ComparisonData.__doc__ or "").split()),
    "properties": {"schema": {"const": SCHEMA}, **{name: {} for name in FIELDS}},
    "required": ["schema", "engine", "original", "derivative", "matches", "findings", "summary"],
}
