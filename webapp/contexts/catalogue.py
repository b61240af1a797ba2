"""What the list of cases says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.display.naming import count, say_time, shorten
from copytrail.display.visible import split_hidden
from webapp.catalogue.asking import LONGEST_SEARCH, MOST_TERMS, Asking, CaseOrder, CaseState
from webapp.catalogue.lines import CASE, CatalogueLine, Found, Snippet, Stretch, Tag
from webapp.catalogue.shelving import Shelving
from webapp.catalogue.snippets import mark_terms
from webapp.contexts.catalogue_wording import (
    HEADINGS,
    NOTES,
    ORDER_NAMES,
    PLACES,
    STATE_NAMES,
    say_done,
    say_empty,
    say_end,
)

NAME_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that asks for the list in another way."""

    name: str
    query: dict[str, str]
    is_current: bool = False
    count: str = ""


@dataclass(frozen=True, slots=True)
class SnippetView:
    """Where words stand, and in which text."""

    place: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A case in the list."""

    id: str
    name: str
    marked: tuple[Stretch, ...]
    note: str
    tags: tuple[Choice, ...]
    snippets: tuple[SnippetView, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was chosen and typed in vain, and why."""

    chosen: tuple[str, ...] = ()
    tags: str = ""
    message: str = ""


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
        orders=tuple(
            Choice(ORDER_NAMES[each], replace(first, order=each).query, each is asking.order) for each in CaseOrder
        ),
        tags=tuple(_offer_tag(tag, first) for tag in found.tags),
        tag=_find_tag(first, found),
        known_tags=tuple(tag.name for tag in found.tags),
        count=_say_count(asking, found),
        notes=_list_notes(asking, found, shelving),
        lines=tuple(_show_line(line, asking, shelving, refusal) for line in found.lines),
        empty="" if found.lines else say_empty(asking),
        asked=asking.query,
        newer=_turn(asking, found.page - 1, "Previous page") if found.page > 1 else None,
        older=_turn(asking, found.page + 1, "Next page") if found.page < found.pages else None,
        place=f"Page {found.page:,} of {found.pages:,}",
        refusal=refusal,
    )


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


def _offer_tag(tag: Tag, asking: Asking) -> Choice:
    is_current = tag.key == asking.tag
    wanted = replace(asking, tag="" if is_current else tag.key)
    return Choice(_show(tag.name), wanted.query, is_current, f"{tag.cases:,}" if tag.cases else "")


def _find_tag(asking: Asking, found: Found) -> Choice | None:
    if not asking.tag:
        return None
    name = next((tag.name for tag in found.tags if tag.key == asking.tag), asking.tag)
    return Choice(shorten(_show(name)), replace(asking, tag="").query, is_current=True)


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


def _show_line(line: CatalogueLine, asking: Asking, shelving: Shelving, refusal: Refusal) -> LineView:
    name = shorten(_show(line.name), NAME_LENGTH)
    return LineView(
        id=line.id,
        name=name,
        marked=mark_terms(name, asking.terms),
        note=_say_note(line, asking, shelving),
        tags=tuple(_offer_tag(tag, Asking(tag="", state=asking.state)) for tag in line.tags),
        snippets=tuple(_show_snippet(each) for each in line.snippets if each.kind != CASE),
        is_chosen=line.id in refusal.chosen,
    )


def _say_note(line: CatalogueLine, asking: Asking, shelving: Shelving) -> str:
    parts = [count(line.articles, "article")]
    if line.trashed:
        by = f" by {_show(line.trashed_by)}" if line.trashed_by else ""
        return f"{parts[0]}, thrown away{by} {say_time(line.trashed)}; {say_end(shelving.name_end(line.trashed))}"
    made = asking.order is CaseOrder.MADE
    return f"{parts[0]}, {'made' if made else 'changed'} {say_time(line.made if made else line.changed)}"


def _show_snippet(snippet: Snippet) -> SnippetView:
    place = PLACES.get(snippet.role or snippet.kind, "Note").format(snippet.number)
    return SnippetView(place, tuple(replace(each, text=_show(each.text)) for each in snippet.stretches))


def _turn(asking: Asking, page: int, name: str) -> Choice:
    return Choice(name, replace(asking, page=page).query)


def _show(text: str) -> str:
    """A text with its hidden signs written out."""
    return "".join(part for part, _ in split_hidden(text))


def name_chosen(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids that a form names, each once."""
    return tuple(dict.fromkeys(ids))
