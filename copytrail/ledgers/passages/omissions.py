"""What a derivative leaves out of the original, ranked by what is lost with it.

A left-out sentence is an omission where it holds a caveat or a condition, a figure that stands nowhere in the
derivative, the words of a speaker that are not used, or a topic of which the derivative says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.align.terms import Pair
from copytrail.ledgers.passages.cutting import Cut, cut_label
from copytrail.ledgers.passages.losses import Losses, Told
from copytrail.measures import measure
from copytrail.model import Comparison, Derivation, Label, Loss, Omission
from copytrail.passages import tile_original

_POINTS = {loss: points for points, loss in enumerate(reversed(Loss), start=1)}
"""What each loss adds: a caveat most, a topic least."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An omission before it has its rank."""

    cut: Cut
    told: tuple[Told, ...]
    is_note: bool

    @property
    def order(self) -> tuple[int, bool, bool, int]:
        """What loses most comes first, by the kinds of loss; then the text before its notes, and several figures."""
        points = sum(_POINTS[told.loss] for told in self.told)
        has_several = any(told.number > 1 for told in self.told)
        return -points, self.is_note, not has_several, self.cut.span.start


def find_omissions(comparison: Comparison, pair: Pair) -> tuple[Omission, ...]:
    """The omissions of a comparison that has its ledgers of facts and speech; none where nothing is derived."""
    if measure(comparison).derivation is Derivation.NON_DERIVED:
        return ()
    cuts = cut_label(comparison.original, tile_original(comparison), Label.LEFT_OUT)
    losses = Losses(comparison, pair)
    rows = [_Row(cut, told, losses.is_note(cut)) for cut in cuts if (told := losses.find(cut))]
    return tuple(
        Omission(span=row.cut.span, rank=rank, lost=tuple(told.loss for told in row.told), why=_explain(row.told))
        for rank, row in enumerate(sorted(rows, key=lambda row: row.order), start=1)
    )


def _explain(told: Sequence[Told]) -> str:
    """What is lost, in one sentence."""
    sentence = "; ".join(each.words for each in told)
    return f"{sentence[0].upper()}{sentence[1:]}."
