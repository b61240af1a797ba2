"""What a reader chose to see, as it stands in the address of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from copytrail.display.ledger.state import LedgerState, read_ledger_state
from copytrail.model import Label

FILTERS = (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.ADDED, Label.LEFT_OUT)
"""The labels of the legend, in its order."""

_DONE = re.compile(
    r"[RA][0-9]{1,7}\.(body|furniture)|finding-[0-9]{1,7}\.(dismissed|restored|forgotten)|passage\.[a-z]{4,8}"
    r"|note\.[a-z]{4,9}"
)
LONGEST_FIND = 200
"""Longer words to find are cut, so that no address grows without end."""
_ALL_ROWS = LedgerState()


class View(StrEnum):
    """The ways to lay out one comparison."""

    ALIGNED = "aligned"
    CONNECTED = "connected"
    ARTICLE = "article"
    LEDGER = "ledger"
    REPORT = "report"


class Order(StrEnum):
    """Whose order the rows follow."""

    ARTICLE = "article"
    RELEASE = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """Everything about the page that a link must carry for its receiver to see the same."""

    view: View = View.ALIGNED
    order: Order = Order.ARTICLE
    show: tuple[Label, ...] = ()
    """The labels to show; empty means all."""
    focus: str = ""
    """The key of the passage whose detail is open."""
    find: str = ""
    at: int = 1
    """Which of the places found is the current one, from 1."""
    ledger: LedgerState = _ALL_ROWS
    """Which rows of the ledgers to show."""
    done: str = ""
    """What was just done to what (`A3.furniture`, `finding-2.dismissed`); said once and carried by no link."""

    prefix: str = ""
    """What the names of places begin with, where several reports share a page; carried by no link."""

    def shows(self, label: Label) -> bool:
        """Whether passages under this label are to be seen."""
        return not self.show or label in self.show

    def toggle(self, label: Label) -> PageState:
        """The state after a click on this label in the legend."""
        chosen = set(self.show) ^ {label}
        show = tuple(each for each in FILTERS if each in chosen)
        return replace(self, show=() if len(show) == len(FILTERS) else show)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The state as names and values, only where it differs from what a page shows at first."""
        values = (
            ("view", "" if self.view is View.ALIGNED else self.view.value),
            ("order", "" if self.order is Order.ARTICLE else self.order.value),
            ("show", ",".join(self.show)),
            ("find", self.find),
            ("at", str(self.at) if self.find and self.at > 1 else ""),
            ("focus", self.focus),
            *self.ledger.fields,
        )
        return tuple((name, value) for name, value in values if value)

    def address(self, anchor: str = "") -> str:
        """The address of the page in this state, relative to the page.

        >>> PageState(show=(Label.ADDED,)).address("d-x1")
        '?show=added#d-x1'
        """
        return "?" + urlencode(self.fields, safe=",", errors="replace") + (f"#{anchor}" if anchor else "")


def read_state(values: Mapping[str, str]) -> PageState:
    """Read the state from an address; what makes no sense is what a page shows at first."""
    asked = values.get("show", "").split(",")
    show = tuple(label for label in FILTERS if label.value in asked)
    number = values.get("at", "1")
    return PageState(
        view=View(values["view"]) if values.get("view") in set(View) else View.ALIGNED,
        order=Order(values["order"]) if values.get("order") in set(Order) else Order.ARTICLE,
        show=() if len(show) == len(FILTERS) else show,
        focus=values.get("focus", "")[:40],
        find=" ".join(values.get("find", "").split())[:LONGEST_FIND],
        done=values.get("done", "") if _DONE.fullmatch(values.get("done", "")) else "",
        ledger=read_ledger_state(values),
        at=max(1, int(number)) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
    )
