"""The page where the articles of a case are put in order."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.visible import show_line
from webapp.records import CaseRecord


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article on the page where articles are put in order."""

    id: str
    number: int
    name: str
    about: str
    focus: str
    """Which of its buttons has the focus: up, down, handle, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """The articles of a case, to be put in order."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    articles: tuple[ArticleLine, ...]
    seen: str
    notice: str
    problem: str


def make_order(*, csrf: str, case: CaseRecord, moved: str = "", problem: str = "") -> OrderPage:
    """The articles in their order, with the one that was moved last."""
    moved_id, _, button = moved.partition(".")
    lines = tuple(
        ArticleLine(
            id=each.id,
            number=each.place,
            name=show_line(each.name),
            about=" · ".join(filter(None, (show_line(each.publisher), show_line(each.published)))),
            focus=_find_focus(button, each.place, len(case.articles)) if each.id == moved_id else "",
        )
        for each in case.articles
    )
    told = next((line for line in lines if line.id == moved_id), None)
    return OrderPage(
        title=f"Order of the articles · {show_line(case.name)}",
        csrf=csrf,
        case_id=case.id,
        case_name=show_line(case.name),
        articles=lines,
        seen=" ".join(line.id for line in lines),
        notice=f"“{told.name}” is article {told.number} now." if told else "",
        problem=problem,
    )


def _find_focus(button: str, place: int, last: int) -> str:
    """The button that was pressed, or the other one where it leads nowhere any more."""
    if button == "up" and place == 1:
        return "down"
    if button == "down" and place == last:
        return "up"
    return button
