"""What is said of a field beside its type; it stands in the description of the API and is held against every body."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

Hint: TypeAlias = Any
"""A type as it is written at a field: a class, `tuple[Text, ...]`, `str | None`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A field in words, and its limits."""

    text: str
    longest: int | None = None
    """In characters, or in members of a list."""
    least: int | None = None
    most: int | None = None
    example: object = None


NOTHING = About(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHint:
    """One field of a value."""

    name: str
    hint: Hint
    about: About
    is_needed: bool


@cache
def list_fields(kind: Hint) -> tuple[FieldHint, ...]:
    """The fields of a dataclass with what is said of them."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        FieldHint(
            name=each.name,
            hint=split_hint(hints[each.name])[0],
            about=split_hint(hints[each.name])[1],
            is_needed=each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(kind)
    )


def split_hint(hint: Hint) -> tuple[Hint, About]:
    """A type, and what is said beside it.

    >>> split_hint(Annotated[int, About(text="how many")])
    (<class 'int'>, About(text='how many', longest=None, least=None, most=None, example=None))
    """
    origin: object = get_origin(hint)
    if origin is Annotated:
        inner, *notes = get_args(hint)
        return inner, next((note for note in notes if isinstance(note, About)), NOTHING)
    return hint, NOTHING


def list_choices(hint: Hint) -> tuple[Hint, ...]:
    """The types that a value may have, where it may have several."""
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def find_member(hint: Hint) -> Hint | None:
    """What a list is made of; nothing where the type is no list."""
    origin: object = get_origin(hint)
    return get_args(hint)[0] if origin is tuple else None


def is_value(hint: Hint) -> bool:
    """Whether the type is one of ours, with fields."""
    return isinstance(hint, type) and is_dataclass(hint)


def is_nothing(hint: Hint) -> bool:
    """Whether the type is that of null."""
    return hint is NoneType
