"""What the list of cases says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.display.naming import count, shorten
from webapp.catalogue.asking import LONGEST_SEARCH, MOST_TERMS, Asking, CaseOrder, CaseState
from webapp.catalogue.lines import Found
from webapp.catalogue.shelving import Shelving
from webapp.contexts.catalogue_lines import Choice, LineView, Refusal, offer_tag, show_case_line, show_text
from webapp.contexts.catalogue_wording import (
    HEADINGS,
    NOTES,
    ORDER_NAMES,
    OWN_ONLY,
    STATE_NAMES,
    THROWN_AWAY,
    say_done,
    say_empty,
)
from webapp.contexts.shelving import LessonsLeft

NONE_LEFT = LessonsLeft(lines=())


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """The list of cases: what was asked for, what was found, what can be done with it."""

    title: str
    heading: str
    csrf: str
    notice: str
    words: str
    hidden: dict[str, str]
    """What a search keeps of what was asked for before."""
    states: tuple[Choice, ...]
    state: str
    orders: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    tag: Choice | None
    """The tag that is asked for; its link asks for all again."""
    known_tags: tuple[str, ...]
    count: str
    notes: tuple[str, ...]
    lines: tuple[LineView, ...]
    empty: str
    asked: dict[str, str]
    newer: Choice | None
    older: Choice | None
    place: str
    refusal: Refusal
    may_delete: bool
    """Whether any case on the page may be thrown away, restored or deleted by the one who looks."""
    lessons: LessonsLeft = NONE_LEFT
    """What stays of the cases that can be deleted for good on this page."""
    own_only: str
    """That only one's own cases may; empty where all on the page are."""


def make_catalogue(
    *,
    csrf: str,
    asking: Asking,
    found: Found,
    shelving: Shelving,
    done: str = "",
    refusal: Refusal | None = None,
) -> CataloguePage:
    """The page of the list; what was typed in vain stays in its field."""
    asking = replace(asking, page=found.page)
    refusal = refusal or Refusal()
    heading = HEADINGS[asking.state]
    first = replace(asking, page=1)
    return CataloguePage(
        title=heading,
        heading=heading,
        csrf=csrf,
        notice=say_done(done),
        words=asking.words,
        hidden={name: value for name, value in first.query.items() if name != "q"},
        states=_list_states(first, found),
        state=asking.state.value,
        orders=tuple(_offer_order(each, first) for each in CaseOrder),
        tags=tuple(offer_tag(tag, first) for tag in found.tags),
        tag=_find_tag(first, found),
        known_tags=tuple(tag.name for tag in found.tags),
        count=_say_count(asking, found),
        notes=_list_notes(asking, found, shelving),
        lines=tuple(show_case_line(line, asking, shelving, refusal) for line in found.lines),
        empty="" if found.lines else say_empty(asking),
        asked=asking.query,
        newer=_turn(asking, found.page - 1, "Previous page") if found.page > 1 else None,
        older=_turn(asking, found.page + 1, "Next page") if found.page < found.pages else None,
        place=f"Page {found.page:,} of {found.pages:,}",
        refusal=refusal,
        may_delete=any(line.is_own for line in found.lines),
        own_only="" if all(line.is_own for line in found.lines) else OWN_ONLY,
    )


def _offer_order(order: CaseOrder, asking: Asking) -> Choice:
    is_changed_in_trash = order is CaseOrder.CHANGED and asking.state is CaseState.TRASHED
    name = THROWN_AWAY if is_changed_in_trash else ORDER_NAMES[order]
    return Choice(name, replace(asking, order=order).query, order is asking.order)


def _list_states(asking: Asking, found: Found) -> tuple[Choice, ...]:
    """Where cases lie; the words that are searched go along."""
    counts = zip(CaseState, found.counts, strict=True)
    return tuple(
        Choice(
            STATE_NAMES[state],
            replace(asking, state=state, tag="").query,
            state is asking.state,
            f"{number:,}",
        )
        for state, number in counts
    )


def _find_tag(asking: Asking, found: Found) -> Choice | None:
    if not asking.tag:
        return None
    name = next((tag.name for tag in found.tags if tag.key == asking.tag), asking.tag)
    return Choice(shorten(show_text(name)), replace(asking, tag="").query, is_current=True)


def _say_count(asking: Asking, found: Found) -> str:
    if asking.terms or asking.tag:
        return f"{count(found.total, 'case')} found"
    return count(found.total, "case")


def _list_notes(asking: Asking, found: Found, shelving: Shelving) -> tuple[str, ...]:
    notes = []
    if asking.state is CaseState.TRASHED and shelving.trash_days:
        notes.append(NOTES["trash"].format(count(shelving.trash_days, "day")))
    if asking.is_cut:
        notes.append(NOTES["cut"].format(MOST_TERMS, LONGEST_SEARCH))
    if found.unread:
        notes.append(NOTES["unread"].format(count(found.unread, "text is", "texts are")))
    return tuple(notes)


def _turn(asking: Asking, page: int, name: str) -> Choice:
    return Choice(name, replace(asking, page=page).query)


def name_chosen(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids that a form names, each once."""
    return tuple(dict.fromkeys(ids))
