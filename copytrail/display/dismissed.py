"""The findings that readers dismissed, as a list: each with reason and time, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copytrail.display.finding_wording import UNPLACED, name_gone, say_dismissed
from copytrail.display.findings import FindingLine, Place, find_piece
from copytrail.display.naming import name_finding
from copytrail.display.rail import Rail, address_finding
from copytrail.model import Dismissal


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedNote:
    """One dismissal: what it is about, who made it, when and why."""

    claim: str
    """By this name it is restored, or deleted where its finding is gone."""
    name: str
    title: str
    text: str
    said: str
    places: tuple[Place, ...] = ()
    address: str = ""
    """The way to the finding; empty where this comparison does not hold it any more."""
    fields: tuple[tuple[str, str], ...] = ()
    """The state of the page to come back to."""

    @property
    def where(self) -> str:
        """The paragraphs in which it stands."""
        return " · ".join(place.name for place in self.places)


def list_dismissed(rail: Rail, lines: Iterable[FindingLine]) -> tuple[DismissedNote, ...]:
    """The dismissed findings in the order of the article, then dismissals whose finding is gone."""
    kept = [_show_line(rail, line, line.dismissal) for line in lines if line.dismissal]
    return (*kept, *(_show_unplaced(rail, dismissal) for dismissal in rail.comparison.unplaced))


def _show_line(rail: Rail, line: FindingLine, key: str) -> DismissedNote:
    piece = find_piece(rail.pieces, line.finding)
    state = replace(rail.state, focus=piece.key) if piece else rail.state
    return DismissedNote(
        claim=key,
        name=line.name,
        title=line.title,
        text=line.why,
        said=line.dismissed,
        places=line.places,
        address=address_finding(rail, line),
        fields=state.fields,
    )


def _show_unplaced(rail: Rail, dismissal: Dismissal) -> DismissedNote:
    """A dismissal without its finding, by the words that were kept with it."""
    return DismissedNote(
        claim=dismissal.key,
        name=name_finding(dismissal.kind).capitalize(),
        title=name_gone(dismissal),
        text=UNPLACED,
        said=say_dismissed(dismissal),
        fields=rail.state.fields,
    )
