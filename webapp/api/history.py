"""The history of a case, as programs see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from webapp.api.about import About


@dataclass(frozen=True, slots=True, kw_only=True)
class EventData:
    """One thing that somebody did to a case."""

    time: Annotated[datetime, About(text="When.")]
    person: Annotated[str, About(text="Who; empty where no name is known.")]
    deed: Annotated[str, About(text="What was done, in words.")]
    what: Annotated[str, About(text="To what, in words; may be empty.")]
    reason: Annotated[str, About(text="Why, in the person's words; may be empty.")]
    document: Annotated[str | None, About(text="The id of the document that it is about; null where it is the case.")]
    article: Annotated[int | None, About(text="The number of the article that it is about.")]
    then: Annotated[
        str | None, About(text="The moment by which the article as it stood after this is looked at or brought back.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryData:
    """One page of what was done to a case."""

    events: Annotated[tuple[EventData, ...], About(text="The newest first.")]
    total: Annotated[int, About(text="How many there are in all.")]
    page: Annotated[int, About(text="The number of this page, from 1.")]
    pages: Annotated[int, About(text="How many pages there are.")]
