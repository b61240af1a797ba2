"""What a word or phrase says about the strength of a claim: its scale and its rank on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scale(StrEnum):
    """What a mark of strength is about."""

    NEGATION = "negation"
    CERTAINTY = "certainty"
    CAUTION = "caution"
    AMOUNT = "amount"
    LIMIT = "limit"
    CAUSE = "cause"
    EVIDENCE = "evidence"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: its scale and its rank there; more is a stronger claim."""

    scale: Scale
    rank: int


POSSIBLE, EXPECTED, FUTURE, SCHEDULED, ONGOING, STATED, DONE, OPEN = range(1, 9)
"""Ranks of certainty up to what is done. "Is opening" may be future or going on; an open claim is not judged."""
OF_A_THING, OF_ANYTHING = 1, 2
"""Ranks of caution: "alleged" is said of the thing after it, "perhaps" of anything."""
TURNING, LACKING = 1, 2
"""Ranks of negation: "not" is said of a verb, "no" of a thing; nothing is said by "not only"."""
UP_TO, ABOUT = 1, 2
"""Ranks of limits; to round a figure is a matter of style, to leave out that it is round is not."""
FEW = 1
"""The rank of the smallest amounts."""
LISTS = (
    ("negations", Meaning(Scale.NEGATION, TURNING)),
    ("lacking", Meaning(Scale.NEGATION, LACKING)),
    ("failing", Meaning(Scale.NEGATION, TURNING)),
    ("neutral", Meaning(Scale.NEGATION, 0)),
    ("open", Meaning(Scale.CERTAINTY, OPEN)),
    ("possible", Meaning(Scale.CERTAINTY, POSSIBLE)),
    ("doubtful", Meaning(Scale.CAUTION, OF_ANYTHING)),
    ("seeming", Meaning(Scale.CERTAINTY, POSSIBLE)),
    ("probable", Meaning(Scale.CERTAINTY, EXPECTED)),
    ("expected", Meaning(Scale.CERTAINTY, EXPECTED)),
    ("future", Meaning(Scale.CERTAINTY, FUTURE)),
    ("past", Meaning(Scale.CERTAINTY, DONE)),
    ("cautious", Meaning(Scale.CAUTION, OF_A_THING)),
    ("limits", Meaning(Scale.LIMIT, UP_TO)),
    ("rounding", Meaning(Scale.LIMIT, ABOUT)),
    ("little", Meaning(Scale.AMOUNT, FEW)),
    ("some", Meaning(Scale.AMOUNT, 2)),
    ("many", Meaning(Scale.AMOUNT, 3)),
    ("most", Meaning(Scale.AMOUNT, 4)),
    ("all", Meaning(Scale.AMOUNT, 5)),
    ("linked", Meaning(Scale.CAUSE, 1)),
    ("caused", Meaning(Scale.CAUSE, 2)),
    ("suggested", Meaning(Scale.EVIDENCE, 1)),
    ("shown", Meaning(Scale.EVIDENCE, 2)),
)
"""The lists of phrases with what they say; of a phrase in two lists the first that fits counts."""
INFLECTED = frozenset({"failing", "seeming", "expected", "linked", "caused", "suggested", "shown"})
"""Lists whose words stand for all their forms."""
