"""The bar above the texts: views, orders, legend and search, each a link to the page in another state."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copytrail.display.find import Found
from copytrail.display.pieces import Pieces
from copytrail.display.state import Order, PageState, View
from copytrail.display.summary import LegendEntry, build_legend
from copytrail.display.wording import VIEW_NAMES, say_done, say_state


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the page, as a link."""

    name: str
    address: str
    chosen: bool
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindBox:
    """The words to find, how many places there are, and the way to the next and the one before."""

    words: str
    result: str
    previous: str
    following: str
    clear: str
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolbar:
    """What a reader can change about the page; `says` is the state in words, for those who hear it."""

    views: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    legend: tuple[LegendEntry, ...]
    everything: str
    find: FindBox
    says: str


def build_toolbar(pieces: Pieces, state: PageState, found: Found) -> Toolbar:
    """The bar in this state of the page."""
    legend = build_legend(pieces, state)
    return Toolbar(
        views=_list_views(state),
        orders=_list_orders(state),
        legend=legend,
        everything=replace(state, show=()).address(),
        find=_show_find(state, found),
        says=_say(state, legend, found),
    )


def _list_views(state: PageState) -> tuple[Choice, ...]:
    return tuple(
        Choice(VIEW_NAMES[view.value], replace(state, view=view).address(), state.view is view, view.value)
        for view in View
    )


def _list_orders(state: PageState) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{order.value.capitalize()} order",
            replace(state, order=order).address(),
            state.order is order,
            order.value,
        )
        for order in Order
    )


def _show_find(state: PageState, found: Found) -> FindBox:
    """The find box with its result in words."""
    total = len(found.hits)
    step = replace(state, focus="")
    result = ""
    if state.find:
        result = f"{found.current:,} of {total:,}{' or more' if found.cut else ''}" if total else "Nothing found"
    return FindBox(
        words=state.find,
        result=result,
        previous=replace(step, at=(found.current - 2) % total + 1).address("found") if total > 1 else "",
        following=replace(step, at=found.current % total + 1).address("found") if total > 1 else "",
        clear=replace(state, find="", at=1).address() if state.find else "",
        hidden=tuple((name, value) for name, value in step.fields if name not in ("find", "at")),
    )


def _say(state: PageState, legend: tuple[LegendEntry, ...], found: Found) -> str:
    """One line for each thing that can change; only lines that did change are spoken."""
    shown = [(entry.name.lower(), entry.passages) for entry in legend if entry.pressed]
    places = (len(found.hits), found.current) if state.find else None
    lines = say_state(shown, places, state.order.value, f"{VIEW_NAMES[state.view.value]} view")
    return "\n".join((*lines, say_done(state.done)))
