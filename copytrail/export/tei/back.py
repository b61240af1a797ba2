"""What stands behind the texts of a TEI file: findings and notes, each with its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.correction_wording import BY_HAND
from copytrail.display.findings import FindingLine, list_findings
from copytrail.export.tei.elements import Element, make, point

if TYPE_CHECKING:
    from copytrail.export.tei.cells import Side
    from copytrail.model import Comparison, LaidNote, Note, Reply, Span


def make_back(comparison: Comparison, original: Side, derivative: Side) -> list[Element]:
    """One element with both lists, or none where there is nothing to list."""
    findings = [
        _tell_finding(line, _find(derivative, line.finding.derivative) + _find(original, line.finding.original))
        for line in list_findings(comparison)
    ]
    notes = [
        _tell_note(laid, _find(derivative, laid.derivative) + _find(original, laid.original))
        for laid in comparison.notes
    ]
    lists = [*_list("findings", findings), *_list("notes", notes)]
    return [make("back", make("div", *lists))] if lists else []


def _find(side: Side, span: Span | None) -> tuple[str, ...]:
    return side.find_touching(span) if span else ()


def _list(kind: str, items: list[Element]) -> list[Element]:
    return [make("list", make("head", kind.capitalize()), *items, type=kind)] if items else []


def _tell_finding(line: FindingLine, places: tuple[str, ...]) -> Element:
    quotes = [make("p", f"{each.name} ", make("quote", each.words)) for each in line.places]
    dismissed = [make("p", line.dismissed, rend="dismissed")] if line.dismissed else []
    return make(
        "item", make("label", line.name), make("p", line.why), *quotes, *dismissed, corresp=point(*places), n=line.kind
    )


def _tell_note(laid: LaidNote, places: tuple[str, ...]) -> Element:
    note = laid.note
    said: list[Note | Reply] = [note, *note.replies]
    return make(
        "item",
        make("label", "Note, resolved" if note.resolved else "Note"),
        *(make("p", f"{each.person or BY_HAND}: {each.text}") for each in said if not each.deleted),
        corresp=point(*places),
    )
