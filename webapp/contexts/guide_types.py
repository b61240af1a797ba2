"""Types of the API in words, for its reference."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from webapp.api.about import Hint, find_member, is_nothing, is_value, list_choices, split_hint

_PLAIN: dict[Hint, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "date",
    datetime: "date and time",
    object: "any",
}


def name_type(hint: Hint) -> str:
    """A type in words.

    >>> name_type(tuple[str, ...]), name_type(int | None)
    ('list of text', 'whole number or null')
    """
    choices = [_name_one(each) for each in list_choices(hint) if not is_nothing(each)]
    return " or ".join([*choices, "null"] if len(choices) < len(list_choices(hint)) else choices)


def _name_one(hint: Hint) -> str:
    member = find_member(hint)
    if member is not None:
        return f"list of {name_type(split_hint(member)[0])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(each.value for each in hint)
    return hint.__name__ if is_value(hint) else _PLAIN[hint]
