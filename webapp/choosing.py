"""What a person changed of the choices about paragraphs, as the history keeps it, and the choices of another time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from copytrail.codec import Json
from copytrail.model import ParagraphKind
from webapp.deeds import Deed, Done
from webapp.records import KindChoice


def list_changes(before: Sequence[KindChoice], chosen: Iterable[KindChoice]) -> list[Json]:
    """What is another now, paragraph by paragraph: what was said before, and what is said now."""
    known = {each.number: each for each in before if each.is_needed}
    changes: list[Json] = []
    for each in chosen:
        old, new = known.get(each.number), each if each.is_needed else None
        if old != new:
            changes.append({"before": _write(old), "after": _write(new)})
    return changes


def tell_cleaning(document_id: str, changes: Sequence[Json], now: datetime, person: str) -> Done:
    """A line of the history for paragraphs that were set aside, restored or given to a speaker."""
    data = {"changes": list(changes)}
    return Done(deed=Deed.CLEANED, time=now, person=person, document_id=document_id, data=data)


def take_back(choices: Sequence[KindChoice], done: Iterable[Done]) -> tuple[KindChoice, ...]:
    """The choices as they were before these deeds, which are given the last one first."""
    known = {each.number: each for each in choices}
    for each in done:
        for before, after in reversed(read_changes(each)):
            if before:
                known[before.number] = before
            elif after:
                known.pop(after.number, None)
    return tuple(known[number] for number in sorted(known))


def read_changes(done: Done) -> list[tuple[KindChoice | None, KindChoice | None]]:
    """The paragraphs that a line of the history is about, with what was said of them before and after."""
    return [(_read(each["before"]), _read(each["after"])) for each in done.data.get("changes", ())]


def _write(choice: KindChoice | None) -> Json | None:
    if choice is None:
        return None
    return {**asdict(choice), "kind": choice.kind.value, "machine_kind": choice.machine_kind.value}


def _read(data: Json | None) -> KindChoice | None:
    if data is None:
        return None
    kinds = {name: ParagraphKind(data[name]) for name in ("kind", "machine_kind")}
    return KindChoice(**{**data, **kinds})
