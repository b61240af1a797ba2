"""What stood at an earlier time, from what was kept and from what was done since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from copytrail.codec import dismissal_from_data
from copytrail.model import Dismissal
from webapp.acts import ActLog
from webapp.choosing import take_back
from webapp.deeds import Deed, Done
from webapp.records import KindChoice, StoredText


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, with or without what was done at that very time."""

    time: datetime
    inclusive: bool = True

    def holds(self, time: datetime) -> bool:
        """Whether something was done by then."""
        return time < self.time or (self.inclusive and time == self.time)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What stood: the corrections, the dismissals, and what was said of the paragraphs of both texts."""

    acts: ActLog
    dismissals: tuple[Dismissal, ...]
    original: tuple[KindChoice, ...]
    derivative: tuple[KindChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept now, and what was done until now."""

    acts: ActLog
    dismissals: tuple[Dismissal, ...]
    original: StoredText
    derivative: StoredText
    events: tuple[Done, ...]


def find_state(kept: Kept, moment: Moment) -> State:
    """What stood at an earlier time."""
    return State(
        acts=kept.acts.until(moment.time, inclusive=moment.inclusive),
        dismissals=_find_dismissals(kept, moment),
        original=_find_choices(kept.original, kept.events, moment),
        derivative=_find_choices(kept.derivative, kept.events, moment),
    )


def _find_dismissals(kept: Kept, moment: Moment) -> tuple[Dismissal, ...]:
    """Those that stand and were there already, and those that were taken back only later."""
    standing = [each for each in kept.dismissals if moment.holds(each.time)]
    for done in kept.events:
        if done.deed is Deed.FINDING_RESTORED and done.document_id == kept.derivative.record.id:
            gone = dismissal_from_data(done.data["dismissal"])
            if moment.holds(gone.time) and not moment.holds(done.time):
                standing.append(gone)
    return tuple(sorted(standing, key=lambda each: (each.time, each.key)))


def _find_choices(text: StoredText, events: Sequence[Done], moment: Moment) -> tuple[KindChoice, ...]:
    later = [
        each
        for each in reversed(events)
        if each.deed is Deed.CLEANED and each.document_id == text.record.id and not moment.holds(each.time)
    ]
    return take_back(text.choices, later)
