"""What of the ledgers a reader chose to see, as it stands in the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from copytrail.model import AdditionKind, FactKind, FactOutcome, Loss, SpeechOutcome

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerState:
    """The filters of the ledgers; none means that every row is to be seen."""

    speech: SpeechOutcome | None = None
    fact: FactKind | None = None
    outcome: FactOutcome | None = None
    added: AdditionKind | None = None
    lost: Loss | None = None

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The filters as names and values, as an address has them."""
        chosen = (
            ("speech", self.speech),
            ("fact", self.fact),
            ("outcome", self.outcome),
            ("added", self.added),
            ("lost", self.lost),
        )
        return tuple((name, value.value) for name, value in chosen if value)

    def choose(self, name: str, value: str) -> LedgerState:
        """The filters with another value under this name; without a value nothing is filtered by it.

        >>> LedgerState().choose("fact", "date").fields
        (('fact', 'date'),)
        """
        return read_ledger_state({**dict(self.fields), name: value})


def read_ledger_state(values: Mapping[str, str]) -> LedgerState:
    """The filters of an address; what makes no sense is none.

    >>> read_ledger_state({"speech": "same", "fact": "nonsense"}).fields
    (('speech', 'same'),)
    """
    return LedgerState(
        speech=_choose(SpeechOutcome, values.get("speech", "")),
        fact=_choose(FactKind, values.get("fact", "")),
        outcome=_choose(FactOutcome, values.get("outcome", "")),
        added=_choose(AdditionKind, values.get("added", "")),
        lost=_choose(Loss, values.get("lost", "")),
    )


def _choose(choices: type[Choice], value: str) -> Choice | None:
    """The choice of this value, if it is one."""
    return choices(value) if value in set(choices) else None
