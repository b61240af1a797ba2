"""What a result says of each sentence, and whether the gold agrees.

Gold is in the form of the kit's scorer, and counted as it counts: a sentence has the label of most of its letters; a
match links two sentences when it shares half of the words of the shorter with each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.kit import Json
from copytrail.words import word_pairs

SIDES = ("original", "derivative")
REUSED = ("copied", "edited", "paraphrased")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a derivative: its label and sources as found, and as the gold wants them."""

    span: Span
    words: str
    found: str
    links: frozenset[int]
    wanted: tuple[str, ...] = ()
    """The labels that are right, the best first; none where there is no gold."""
    sources: frozenset[int] = frozenset()
    possible: frozenset[int] = frozenset()

    @property
    def is_label_right(self) -> bool:
        """Whether the gold accepts the label."""
        return self.found in self.wanted

    @property
    def judged(self) -> str:
        """The label as it counts: one that is accepted counts as the gold's own."""
        return self.wanted[0] if self.is_label_right else self.found

    @property
    def are_sources_right(self) -> bool:
        """Whether all sources were found and no wrong one."""
        return self.sources <= self.links <= self.sources | self.possible

    @property
    def is_right(self) -> bool:
        """Whether label and sources are right."""
        return self.is_label_right and self.are_sources_right


def judge_sentences(result: Json, gold: Json | None = None, frame: Json | None = None) -> tuple[Sentence, ...]:
    """What the result says of each sentence of the frame: without one the gold's sentences, or else its own."""
    frame = frame or frame_sentences(result, gold)
    originals, derivatives = ([(line["start"], line["end"]) for line in frame[side]] for side in SIDES)
    links = find_links(result, originals, derivatives)
    text, paint = result["derivative"]["text"], _paint(result)
    return tuple(
        Sentence(
            span=(start, end),
            words=" ".join(text[start:end].split()),
            found=_most(paint[start:end]),
            links=_accept_instead(frozenset(source for source, taker in links if taker == number), gold, number),
            **_read_gold(gold, number),
        )
        for number, (start, end) in enumerate(derivatives)
    )


def frame_sentences(result: Json, gold: Json | None = None) -> Json:
    """Where the sentences of both sides stand: as the gold cuts them, else as the result does."""
    if gold and "sentences" in gold:
        return {side: gold["sentences"][side] for side in SIDES}
    return {
        side: [{"start": start, "end": end} for p in result[side]["paragraphs"] for start, end in p["sentences"]]
        for side in SIDES
    }


def find_links(result: Json, originals: Sequence[Span], derivatives: Sequence[Span]) -> set[tuple[int, int]]:
    """Which sentences the matches join, as numbers."""
    sources, takers = Counted(result["original"]["text"], originals), Counted(result["derivative"]["text"], derivatives)
    return {
        (source, taker)
        for match in result["matches"]
        for stretch in match["original"]
        for source in sources.touched((stretch["start"], stretch["end"]))
        for taker in takers.touched((match["derivative"]["start"], match["derivative"]["end"]))
    }


class Counted:
    """The sentences of a text by the words they hold."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._starts = [start for start, _ in word_pairs(text)]
        self._sentences = [self._words_of(span) for span in sentences]

    def touched(self, span: Span) -> list[int]:
        """The sentences that share at least half of the words of the shorter with the span."""
        words = self._words_of(span)
        return [
            number
            for number, other in enumerate(self._sentences)
            if (shared := _count_shared(words, other)) and 2 * shared >= min(len(words), len(other))
        ]

    def holding(self, span: Span) -> list[int]:
        """The sentences that share any word with the span."""
        words = self._words_of(span)
        return [number for number, other in enumerate(self._sentences) if _count_shared(words, other)]

    def _words_of(self, span: Span) -> range:
        """The words that begin in the span, by number."""
        return range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))


def _count_shared(one: range, other: range) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def _paint(result: Json) -> list[str]:
    """The label of every letter of the derivative, empty for what is no letter."""
    text = result["derivative"]["text"]
    paint = [""] * len(text)
    for passage in result["passages"]["derivative"]:
        for place in range(passage["start"], passage["end"]):
            paint[place] = passage["label"] if text[place].isalnum() else ""
    return paint


def _most(labels: Iterable[str]) -> str:
    counts = Counter(label for label in labels if label)
    return counts.most_common(1)[0][0] if counts else ""


def _accept_instead(links: frozenset[int], gold: Json | None, number: int) -> frozenset[int]:
    """The links of a sentence, those that serve as well counted as the ones the gold names."""
    for source, other, taker in (gold or {}).get("links_instead", []):
        if taker == number and other in links:
            links = links - {other} | {source}
    return links


def _read_gold(gold: Json | None, number: int) -> Json:
    """The labels and sources that the gold has for a sentence."""
    if not gold or "sentences" not in gold:
        return {}
    line = gold["sentences"]["derivative"][number]
    return {
        "wanted": (line["label"], *line.get("accept", [])),
        "sources": frozenset(source for source, taker in gold.get("links", []) if taker == number),
        "possible": frozenset(source for source, taker in gold.get("possible_links", []) if taker == number),
    }
