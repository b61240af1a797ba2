"""The page of all tags, where they are renamed or taken off."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from webapp.catalogue.lines import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLine:
    """A tag on the page of all tags."""

    key: str
    name: str
    count: str
    typed: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsPage:
    """All tags, to be renamed or taken off."""

    title: str
    csrf: str
    notice: str
    tags: tuple[TagLine, ...]
    empty: str


def make_tags(
    *, csrf: str, tags: tuple[Tag, ...], notice: str = "", refused: tuple[str, str, str] = ("",) * 3
) -> TagsPage:
    """All tags; a name that was typed in vain stays in its field."""
    key, typed, error = refused
    lines = tuple(
        TagLine(
            key=tag.key,
            name=show_line(tag.name),
            count=count(tag.cases, "case"),
            typed=typed if tag.key == key else tag.name,
            error=error if tag.key == key else "",
        )
        for tag in tags
    )
    empty = "" if tags else "No tags yet. Give a case some on its page, or several cases in the list."
    return TagsPage(title="Tags", csrf=csrf, notice=notice, tags=lines, empty=empty)
