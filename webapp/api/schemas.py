"""Frozen values to JSON Schema (2020-12), and to JSON."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from webapp.api.about import About, Hint, find_member, is_nothing, is_value, list_choices, list_fields, split_hint

Schema: TypeAlias = dict[str, object]
PLACE = "#/components/schemas/"
_PLAIN: dict[Hint, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    object: {},
}


def describe_type(hint: Hint, about: About | None = None) -> Schema:
    """The schema of a type; one of ours is named and described apart.

    >>> describe_type(str | None), describe_type(tuple[int, ...])
    ({'type': ['string', 'null']}, {'type': 'array', 'items': {'type': 'integer'}})
    """
    choices = list_choices(hint)
    found = [_describe_one(each, about) for each in choices if not is_nothing(each)]
    schema: Schema = found[0] if len(found) == 1 else {"anyOf": found}
    if any(map(is_nothing, choices)):
        schema = _allow_null(schema)
    return {**schema, **_say(about)} if about else schema


def describe_value(kind: Hint) -> Schema:
    """The schema of one of our values, field by field."""
    known = list_fields(kind)
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": {each.name: describe_type(each.hint, each.about) for each in known},
        "required": [each.name for each in known if each.is_needed],
        "additionalProperties": False,
    }


def list_values(hint: Hint) -> dict[str, Hint]:
    """All values of ours that a type is made of, by their names, itself among them."""
    found: dict[str, Hint] = {}
    waiting = [hint]
    while waiting:
        each = split_hint(waiting.pop())[0]
        member = find_member(each)
        choices = list_choices(each)
        waiting += [member] if member is not None else choices if len(choices) > 1 else []
        if is_value(each) and each.__name__ not in found:
            found[each.__name__] = each
            waiting += [field.hint for field in list_fields(each)]
    return found


def write_value(value: object) -> object:
    """A value as JSON has it."""
    if is_value(type(value)):
        return {each.name: write_value(getattr(value, each.name)) for each in fields(value)}  # type: ignore[arg-type]
    if isinstance(value, tuple | list):
        return [write_value(each) for each in value]
    if isinstance(value, dict):
        return {str(name): write_value(each) for name, each in value.items()}
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _describe_one(hint: Hint, about: About | None) -> Schema:
    if is_value(hint):
        return {"$ref": f"{PLACE}{hint.__name__}"}
    member = find_member(hint)
    if member is not None:
        return {"type": "array", "items": describe_type(*split_hint(member)), **_limit(about, "maxItems")}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [each.value for each in hint]}
    return {**_PLAIN[hint], **(_limit(about, "maxLength") if hint is str else {})}


def _allow_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _limit(about: About | None, name: str) -> Schema:
    return {name: about.longest} if about and about.longest is not None else {}


def _say(about: About) -> Schema:
    said = {
        "description": about.text or None,
        "minimum": about.least,
        "maximum": about.most,
        "examples": None if about.example is None else [write_value(about.example)],
    }
    return {name: value for name, value in said.items() if value is not None}
