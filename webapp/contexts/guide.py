"""What the reference of the API says: every operation in words, the values it takes and gives, examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from webapp.api.about import Hint, list_fields
from webapp.api.access import Scope
from webapp.api.examples import EXAMPLES
from webapp.api.lessons import LessonFileData
from webapp.api.openapi import GROUPS, LATER, WORDS, ComparisonData
from webapp.api.operations import Lingering, Operation, Route
from webapp.api.problems import ApiProblem
from webapp.api.schemas import list_values
from webapp.contexts.guide_types import name_type

INTRODUCTION = (
    "Programs can compare texts, and work on cases, documents, comparisons, reviews and jobs as people do on pages. "
    "What is sent and answered is JSON in UTF-8; no page of another site can ask, and no cookie counts here."
)
_SCOPES = {
    None: "Needs no token.",
    Scope.READ: "Needs a token that may read; where Copytrail runs without accounts, none.",
    Scope.WRITE: "Needs a token that may write.",
    Scope.MANAGE: "Needs a token that may manage.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """A field or a parameter."""

    name: str
    kind: str
    about: str
    is_needed: bool = False
    link: str = ""
    """The value that it is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationCard:
    """One operation."""

    anchor: str
    method: str
    path: str
    summary: str
    about: str
    needs: str
    parameters: tuple[FieldLine, ...]
    takes: str
    """The name of the value in the body."""
    file: str
    """The content type of the file in the body, where it is no value."""
    answer: str
    gives: str
    media: tuple[str, ...]
    problems: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """The operations on one subject."""

    anchor: str
    title: str
    cards: tuple[OperationCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePart:
    """A value with its fields."""

    name: str
    about: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePart:
    """An example as it can be copied."""

    title: str
    language: str
    lines: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """The reference."""

    title: str
    introduction: str
    address: str
    groups: tuple[GroupPart, ...]
    values: tuple[ValuePart, ...]
    examples: tuple[ExamplePart, ...]


def make_guide(routes: Sequence[Route], address: str) -> GuidePage:
    """The reference of these operations, for a Copytrail at this address."""
    names = dict.fromkeys(route.group for route in routes)
    known: dict[str, Hint] = {}
    for route in routes:
        for hint in (route.operation.takes, route.operation.answer.gives):
            known |= list_values(hint) if hint and hint not in {ComparisonData, LessonFileData} else {}
    return GuidePage(
        title="The API",
        introduction=INTRODUCTION,
        address=address,
        groups=tuple(
            GroupPart(anchor=name, title=GROUPS[name], cards=tuple(map(_show, (r for r in routes if r.group == name))))
            for name in names
        ),
        values=tuple(
            _show_value(name, kind)
            for name, kind in sorted({**known, **list_values(ApiProblem), **list_values(Lingering)}.items())
        ),
        examples=tuple(ExamplePart(title=e.title, language=e.language, lines=e.write(address)) for e in EXAMPLES),
    )


def _show(route: Route) -> OperationCard:
    operation = route.operation
    return OperationCard(
        anchor=f"{route.group}-{route.name.replace('_', '-')}",
        method=route.method,
        path=route.path,
        summary=operation.summary,
        about=operation.about,
        needs=_SCOPES[route.scope],
        parameters=tuple(_list_parameters(route)),
        takes=operation.takes.__name__ if operation.takes else "",
        file=operation.file,
        answer=_say_answer(operation),
        gives=_find_link(operation.answer.gives) if operation.answer.gives else "",
        media=operation.answer.media,
        problems=", ".join(f"{status} {HTTPStatus(status).phrase}" for status in route.statuses),
    )


def _say_answer(operation: Operation) -> str:
    """What comes back, and what else where words were deleted."""
    later = f" Or 202: {LATER}" if operation.deletes else ""
    return f"{operation.answer.status} {operation.answer.about}{later}"


def _list_parameters(route: Route) -> Iterator[FieldLine]:
    for name, hint in route.places.items():
        yield FieldLine(name=name, kind=name_type(hint), about=WORDS[name], is_needed=True)
    for each in (*route.operation.query, *route.operation.headers):
        yield FieldLine(name=each.name, kind=name_type(each.hint), about=each.about.text)


def _show_value(name: str, kind: Hint) -> ValuePart:
    lines = tuple(
        FieldLine(
            name=each.name,
            kind=name_type(each.hint),
            about=each.about.text,
            is_needed=each.is_needed,
            link=_find_link(each.hint),
        )
        for each in list_fields(kind)
    )
    return ValuePart(name=name, about=" ".join((kind.__doc__ or "").split()), fields=lines)


def _find_link(hint: Hint) -> str:
    """The value of ours that a type holds; empty where it holds none."""
    return next(iter(list_values(hint)), "") if hint is not ComparisonData else ""
