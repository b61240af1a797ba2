"""What the list of cases says of each case in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copytrail.display.naming import count, say_time, shorten
from copytrail.display.visible import split_hidden
from webapp.catalogue.asking import Asking, CaseOrder
from webapp.catalogue.lines import CASE, NOTE, CatalogueLine, Snippet, Stretch, Tag
from webapp.catalogue.shelving import Shelving
from webapp.catalogue.snippets import mark_terms
from webapp.contexts.catalogue_wording import PLACES, say_end

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
    is_fixed: bool
    """Whether nothing can be done with it here by the one who looks: it lies in the trash and is another's."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was chosen and typed in vain, and why."""

    chosen: tuple[str, ...] = ()
    tags: str = ""
    message: str = ""


def show_case_line(line: CatalogueLine, asking: Asking, shelving: Shelving, refusal: Refusal) -> LineView:
    """A case in the list."""
    name = shorten(show_text(line.name), NAME_LENGTH)
    return LineView(
        id=line.id,
        name=name,
        marked=mark_terms(name, asking.terms),
        note=_say_note(line, asking, shelving),
        tags=tuple(offer_tag(tag, Asking(tag="", state=asking.state)) for tag in line.tags),
        snippets=tuple(_show_snippet(each) for each in line.snippets if each.kind != CASE),
        is_chosen=line.id in refusal.chosen,
        is_fixed=bool(line.trashed) and not line.is_own,
    )


def offer_tag(tag: Tag, asking: Asking) -> Choice:
    """A link that asks for the cases with a tag, or, where these are asked for, for all again."""
    is_current = tag.key == asking.tag
    wanted = replace(asking, tag="" if is_current else tag.key)
    return Choice(show_text(tag.name), wanted.query, is_current, f"{tag.cases:,}" if tag.cases else "")


def _say_note(line: CatalogueLine, asking: Asking, shelving: Shelving) -> str:
    parts = [count(line.articles, "article")]
    if line.trashed:
        by = f" by {show_text(line.trashed_by)}" if line.trashed_by else ""
        return f"{parts[0]}, thrown away{by} {say_time(line.trashed)}; {say_end(shelving.name_end(line.trashed))}"
    made = asking.order is CaseOrder.MADE
    return f"{parts[0]}, {'made' if made else 'changed'} {say_time(line.made if made else line.changed)}"


def _show_snippet(snippet: Snippet) -> SnippetView:
    place = PLACES[snippet.kind if snippet.kind == NOTE else snippet.role or snippet.kind].format(snippet.number)
    return SnippetView(place, tuple(replace(each, text=show_text(each.text)) for each in snippet.stretches))


def show_text(text: str) -> str:
    """A text with its hidden signs written out."""
    return "".join(part for part, _ in split_hidden(text))
