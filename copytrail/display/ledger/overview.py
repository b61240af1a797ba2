"""The ledgers of a whole case as its page shows them: tables over all articles, and what several articles share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.display.ledger.case import CaseTable
from copytrail.display.ledger.case_facts import list_case_facts
from copytrail.display.ledger.case_shared import list_shared
from copytrail.display.ledger.case_speech import list_case_speech
from copytrail.display.ledger.wording import NOT_DERIVED_HERE
from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.measures import measure
from copytrail.model import Comparison, Derivation
from copytrail.trail import Step, suggest_trail

MOST_STEPS = 12
"""So many suggestions are shown; the table beside them holds every shared addition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All tables of a case."""

    tables: tuple[CaseTable, ...]
    """Those that hold something."""
    notes: tuple[str, ...]
    """For each article what stands at the head of its column: that it is not derived, or nothing."""
    trail: tuple[str, ...]
    """What shared additions suggest of two articles each, those that share most first."""


def show_overview(comparisons: Sequence[Comparison]) -> Overview | None:
    """The tables over these comparisons, which share their original; nothing for a case without articles."""
    if not comparisons:
        return None
    tables = (*list_case_speech(comparisons), *list_case_facts(comparisons), list_shared(comparisons))
    return Overview(
        tables=tuple(table for table in tables if table.rows),
        notes=tuple(
            NOT_DERIVED_HERE if measure(each).derivation is Derivation.NON_DERIVED else "" for each in comparisons
        ),
        trail=_say_trail(suggest_trail(comparisons)),
    )


def _say_trail(steps: Sequence[Step]) -> tuple[str, ...]:
    """The suggestions in words; of very many the last are only counted."""
    ordered = sorted(steps, key=lambda step: -max(map(len, step.passages)))
    said = [show_line(step.why) for step in ordered[:MOST_STEPS]]
    if len(ordered) > MOST_STEPS:
        said.append(f"{count(len(ordered) - MOST_STEPS, 'more pair', 'more pairs')} of articles share something, too.")
    return tuple(said)
