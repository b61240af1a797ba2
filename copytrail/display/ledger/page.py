"""The ledgers of one comparison as the page shows them: speech, facts, claims, additions and omissions."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.ledger.changes import ChangeLine, show_additions, show_omissions
from copytrail.display.ledger.claims import show_claims
from copytrail.display.ledger.facts import FactLine, show_facts
from copytrail.display.ledger.places import Texts
from copytrail.display.ledger.sections import Section
from copytrail.display.ledger.speech import SpeechLine, show_speech
from copytrail.display.ledger.wording import NOT_DERIVED
from copytrail.display.pieces import Pieces
from copytrail.display.state import PageState
from copytrail.model import Comparison, Derivation


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledgers:
    """All ledgers in one state of the page."""

    note: str
    """What is said first where the article is not derived from the release."""
    speech: Section[SpeechLine]
    facts: Section[FactLine]
    claims: Section[FactLine]
    additions: Section[ChangeLine]
    omissions: Section[ChangeLine]

    @property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """The place, the title and the count of each, as a table of contents."""
        every = (self.speech, self.facts, self.claims, self.additions, self.omissions)
        return tuple((each.key, each.title, each.count) for each in every)


def show_ledgers(comparison: Comparison, pieces: Pieces, state: PageState, derivation: Derivation) -> Ledgers:
    """The ledgers of a comparison in this state."""
    texts = Texts(comparison, pieces, state)
    return Ledgers(
        note=NOT_DERIVED if derivation is Derivation.NON_DERIVED else "",
        speech=show_speech(texts),
        facts=show_facts(texts),
        claims=show_claims(texts),
        additions=show_additions(texts),
        omissions=show_omissions(texts),
    )
