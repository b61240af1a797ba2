"""The engine on our own labelled texts: the figures by group of languages, and every passage that is wrong.

python -m bench.own
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bench.gold import write_gold
from bench.judging import Sentence, judge_sentences
from bench.kit import Json
from bench.labelled import LabelledPair, read_labelled
from bench.scores import describe_sentence, score_sentences, score_words
from copytrail import compare, read_plain
from copytrail.codec import comparison_to_data

ENGLISH, GERMAN, RELATED, OTHERS = GROUPS = (
    "English",
    "German",
    "Romance, Dutch and Polish",
    "Arabic and Chinese",
)
_LANGUAGES = {"en": ENGLISH, "de": GERMAN, "ar": OTHERS, "zh": OTHERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A labelled pair with what the engine says of it."""

    pair: LabelledPair
    result: Json
    sentences: tuple[Sentence, ...]

    @property
    def group(self) -> str:
        """The group of languages it belongs to."""
        return _LANGUAGES.get(self.pair.language, RELATED)

    @property
    def derivation(self) -> str:
        """The verdict that the engine gives."""
        return str(self.result["summary"]["derivation"])

    @property
    def is_verdict_right(self) -> bool:
        """Whether the gold accepts the verdict."""
        return self.derivation in self.pair.derivations


@cache
def compare_own() -> tuple[Outcome, ...]:
    """All our pairs, compared once."""
    return tuple(_compare(pair) for pair in read_labelled())


def select_group(group: str) -> list[Outcome]:
    """The pairs of one group of languages."""
    return [outcome for outcome in compare_own() if outcome.group == group]


def measure_outcomes(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures: the share of right labels and verdicts, and F1 of added sentences, of links and of added words."""
    score = score_sentences([sentence for outcome in outcomes for sentence in outcome.sentences])
    return {
        "labels": score.labels,
        "added": score.added,
        "links": score.links,
        "words": score_words([(outcome.result, write_gold(outcome.pair)) for outcome in outcomes]),
        "verdicts": sum(outcome.is_verdict_right for outcome in outcomes) / max(1, len(outcomes)),
    }


def list_wrong(outcomes: Iterable[Outcome]) -> list[str]:
    """Every sentence and verdict that is wrong, in words."""
    return [line for outcome in outcomes for line in _list_wrong(outcome)]


def main() -> None:
    """Prints what is wrong, where that is asked for, and the figures."""
    if "--passages" in sys.argv[1:]:
        print(*list_wrong(compare_own()), sep="\n")
    print(f"{'our own labelled texts':28}{'pairs':>7}" + "".join(f"{name:>10}" for name in measure_outcomes([])))
    for name, outcomes in [(group, select_group(group)) for group in GROUPS] + [("all", list(compare_own()))]:
        print(
            f"{name:28}{len(outcomes):>7}"
            + "".join(f"{figure:>10.3f}" for figure in measure_outcomes(outcomes).values())
        )


def _compare(pair: LabelledPair) -> Outcome:
    """One pair, compared and judged."""
    result = comparison_to_data(compare(read_plain(pair.original), read_plain(pair.derivative)))
    return Outcome(pair=pair, result=result, sentences=judge_sentences(result, write_gold(pair)))


def _list_wrong(outcome: Outcome) -> list[str]:
    wrong = [f"{outcome.pair.id}: {describe_sentence(one)}" for one in outcome.sentences if not one.is_right]
    if not outcome.is_verdict_right:
        wrong.append(f"{outcome.pair.id}: {outcome.derivation}, not {'/'.join(outcome.pair.derivations)}")
    return wrong


if __name__ == "__main__":
    main()
