"""Which lines of a paste are greyed, and which ought to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.pastes.making import Line, Paste
from copytrail import read_plain
from copytrail.model import ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Lines greyed rightly, text lost, furniture left; and the text that was never at risk."""

    greyed: int
    lost: int
    left: int
    kept: int

    @property
    def precision(self) -> float:
        """The share of greyed lines that are furniture."""
        return self.greyed / max(1, self.greyed + self.lost)

    @property
    def recall(self) -> float:
        """The share of furniture that is greyed."""
        return self.greyed / max(1, self.greyed + self.left)


def score_pastes(pastes: Iterable[Paste]) -> Score:
    """How well furniture is told from text over all lines of all pastes."""
    counts = Counter((line.is_furniture, is_greyed) for paste in pastes for line, is_greyed in judge_lines(paste))
    return Score(
        greyed=counts[True, True], lost=counts[False, True], left=counts[True, False], kept=counts[False, False]
    )


def judge_lines(paste: Paste) -> Iterator[tuple[Line, bool]]:
    """Every line of a paste with whether it is greyed."""
    document = read_plain(paste.text, language=paste.site.language)
    greyed = [p.span for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]
    here = 0
    for line in paste.lines:
        here = document.text.index(line.text, here)
        yield line, any(span.start <= here < span.end for span in greyed)
        here += len(line.text)
