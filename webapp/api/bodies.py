"""JSON bodies to frozen values: every mistake in them is told, each with the place where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NoReturn, TypeVar, cast

from copytrail.errors import CopytrailError
from webapp.api.about import About, Hint, find_member, is_nothing, is_value, list_choices, list_fields, split_hint

Value = TypeVar("Value")
MOST_FAULTS = 20
_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a date like 2026-11-22",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place of a body: a JSON pointer, or the name of a parameter, and a sentence."""

    pointer: str
    detail: str


class NoJson(CopytrailError):
    """The body is not JSON."""


class BadBody(CopytrailError):
    """The body does not hold what is needed here."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Reading:
    """A body being read, and what was found wrong with it so far."""

    faults: list[Fault] = field(default_factory=list)

    def blame(self, pointer: str, detail: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(pointer, detail))


def read_json(data: bytes) -> object:
    """What a body says; raises NoJson."""
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise NoJson(f"The body is not UTF-8 (at its byte {error.start + 1}).") from error
    except (ValueError, RecursionError) as error:
        raise NoJson from error


def read_value(kind: type[Value], data: object) -> Value:
    """The body as a value of this kind; raises BadBody with all that is wrong with it."""
    reading = _Reading()
    value = _read(reading, kind, data, "")
    if reading.faults:
        raise BadBody(*reading.faults)
    return cast("Value", value)


def _refuse_constant(name: str) -> NoReturn:
    raise NoJson(f"The body is not JSON: it has no {name}.")


def _read(reading: _Reading, hint: Hint, data: object, pointer: str, about: About | None = None) -> object:
    """What stands at one place, as one of the types that it may have."""
    choices = list_choices(hint)
    if data is None and any(map(is_nothing, choices)):
        return None
    wanted = next((each for each in choices if _may_be(each, data)), None)
    if wanted is None:
        reading.blame(pointer, f"This must be {_name_all(choices)}.")
        return None
    if is_value(wanted):
        return _read_fields(reading, wanted, cast("Mapping[str, object]", data), pointer)
    member = find_member(wanted)
    if member is not None:
        return _read_list(reading, member, cast("list[object]", data), pointer, about)
    return _read_plain(reading, wanted, data, pointer, about)


def _read_fields(reading: _Reading, kind: Hint, data: Mapping[str, object], pointer: str) -> object:
    before = len(reading.faults)
    known = {each.name: each for each in list_fields(kind)}
    for name in data:
        if name not in known:
            reading.blame(_go_to(pointer, name), "There is no such field.")
    values = {}
    for name, each in known.items():
        if name in data:
            values[name] = _read(reading, each.hint, data[name], _go_to(pointer, name), each.about)
        elif each.is_needed:
            reading.blame(_go_to(pointer, name), "This field is missing.")
    return kind(**values) if len(reading.faults) == before else None


def _read_list(reading: _Reading, member: Hint, data: list[object], pointer: str, about: About | None) -> object:
    if about and about.longest is not None and len(data) > about.longest:
        reading.blame(pointer, f"This may have no more than {about.longest} entries.")
        return ()
    inner, said = split_hint(member)
    return tuple(_read(reading, inner, each, f"{pointer}/{place}", said) for place, each in enumerate(data))


def _read_plain(reading: _Reading, kind: Hint, data: object, pointer: str, about: About | None) -> object:
    if isinstance(data, str) and about and about.longest is not None and len(data) > about.longest:
        reading.blame(pointer, f"This may have no more than {about.longest:,} characters.")
    if isinstance(data, int | float) and about and not _is_within(data, about):
        reading.blame(pointer, f"This must be a number from {about.least} to {about.most}.")
    try:
        return date.fromisoformat(str(data)) if kind is date else kind(data) if issubclass(kind, StrEnum) else data
    except ValueError:
        reading.blame(pointer, f"This must be {_name(kind)}.")
        return None


def _is_within(number: float, about: About) -> bool:
    is_low = about.least is not None and number < about.least
    return not is_low and not (about.most is not None and number > about.most)


def _may_be(hint: Hint, data: object) -> bool:
    """Whether JSON of this kind can be a value of the type."""
    if is_value(hint):
        return isinstance(data, dict)
    if find_member(hint) is not None:
        return isinstance(data, list)
    if hint is bool or isinstance(data, bool):
        return hint is bool and isinstance(data, bool)
    if hint is float:
        return isinstance(data, int | float)
    return isinstance(data, int if hint is int else str) and not is_nothing(hint)


def _name_all(choices: tuple[Hint, ...]) -> str:
    return " or ".join(_name(each) for each in choices if not is_nothing(each))


def _name(hint: Hint) -> str:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of {', '.join(hint)}"
    if is_value(hint):
        return "an object"
    return "a list" if find_member(hint) is not None else _NAMES[hint]


def _go_to(pointer: str, name: str) -> str:
    """The place of a field, as RFC 6901 writes it."""
    return f"{pointer}/{name[:100].replace('~', '~0').replace('/', '~1')}"
