"""The parameters of an address, held against what is declared of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from webapp.api.operations import Parameter


def find_faults(declared: Sequence[Parameter], given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is wrong with the parameters that were given: each with its name and a sentence."""
    return tuple(_list_faults({each.name: each for each in declared}, given))


def _list_faults(known: Mapping[str, Parameter], given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        if name not in known:
            yield name[:100], "There is no such parameter."
        elif not _fits(known[name], value):
            yield name, f"This is {_name(known[name])}."


def _fits(parameter: Parameter, value: str) -> bool:
    hint, about = parameter.hint, parameter.about
    if hint is int:
        return value.isascii() and value.isdecimal() and len(value) < 10 and _is_within(int(value), parameter)
    if hint is date:
        return _is_date(value)
    if issubclass(hint, StrEnum):
        return value in set(hint)
    return about.longest is None or len(value) <= about.longest


def _is_within(number: int, parameter: Parameter) -> bool:
    least, most = parameter.about.least, parameter.about.most
    return (least is None or number >= least) and (most is None or number <= most)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


def _name(parameter: Parameter) -> str:
    hint, about = parameter.hint, parameter.about
    if hint is int:
        most = f" to {about.most}" if about.most is not None else " or more"
        return f"a whole number from {about.least or 0}{most}" if about.most else f"a whole number, {about.least}{most}"
    if hint is date:
        return "a date like 2026-11-22"
    if issubclass(hint, StrEnum):
        return f"one of {', '.join(hint)}"
    return f"a text of up to {about.longest} characters"
