"""The numbers at the top of a comparison: one bar per direction, the legend, the verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from copytrail.display.highlight import CLASSES
from copytrail.display.measure_wording import say_article_bar, say_derivation, say_release_bar, say_reused, say_verbatim
from copytrail.display.naming import LETTERS, MEANINGS, NAMES, count, join_words, say_part
from copytrail.display.pieces import Pieces
from copytrail.display.state import FILTERS, PageState
from copytrail.display.visible import show_line
from copytrail.display.wording import say_why
from copytrail.measures import Measures
from copytrail.model import REUSED, Comparison, Label
from copytrail.passages import label_sentences

WIDE, MIDDLE, NARROW = 17, 7, 3
"""From so many percent of a bar a part has room for its name, for its number, for its letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """One part of a bar; `start` and `width` are percents of the whole."""

    css: str
    start: float
    width: float
    letter: str
    name: str
    share: str
    words: int
    room: str

    @property
    def counted(self) -> str:
        """The number of words as it is written."""
        return f"{self.words:,}"

    @property
    def sentence(self) -> str:
        """The part in words."""
        return f"{self.name} {self.share} ({count(self.words, 'word')})"


@dataclass(frozen=True, slots=True)
class Bar:
    """One direction: what it is a share of, its parts, and all of it as one sentence."""

    name: str
    parts: tuple[BarPart, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A label of the legend with its count, and the address that turns it on or off."""

    css: str
    letter: str
    name: str
    passages: int
    pressed: bool
    address: str
    spoken: str


def build_bars(measures: Measures, verbatim_run: int) -> tuple[Bar, Bar]:
    """The bar of the article and the bar of the release."""
    article, release = measures.derivative, measures.original
    counts = {
        Label.COPIED: article.copied,
        Label.EDITED: article.edited,
        Label.PARAPHRASED: article.paraphrased,
        Label.ADDED: article.added,
    }
    words = sum(counts.values())
    parts = _fill([(CLASSES[label], LETTERS[label], NAMES[label], number) for label, number in counts.items()])
    sides = _fill([("used", "", "used", release.used), ("o", LETTERS[Label.LEFT_OUT], "left out", release.left_out)])
    return (
        _bar(say_article_bar(words, article.verbatim, verbatim_run), parts),
        _bar(say_release_bar(release.used + release.left_out), sides),
    )


def build_legend(pieces: Pieces, state: PageState) -> tuple[LegendEntry, ...]:
    """The labels with how many passages and words each has; a click shows only those chosen."""
    passages: Counter[Label] = Counter()
    words: Counter[Label] = Counter()
    seen: set[tuple[str, Label]] = set()
    for piece in (*pieces.derivative, *(each for each in pieces.original if each.label is Label.LEFT_OUT)):
        words[piece.label] += piece.words
        if (piece.key, piece.label) not in seen:
            passages[piece.label] += 1
            seen.add((piece.key, piece.label))
    return tuple(_entry(label, passages[label], words[label], state) for label in FILTERS)


def say_verdict(comparison: Comparison, measures: Measures) -> str:
    """The verdict on the whole article, with its sentences counted."""
    labels = [sentence.label for sentence in label_sentences(comparison) if sentence.label is not Label.FURNITURE]
    derived = sum(label in REUSED for label in labels)
    return say_derivation(measures.derivation, derived, len(labels) - derived)


def list_reasons(measures: Measures, verbatim_run: int) -> tuple[str, ...]:
    """What speaks for the verdict: how much comes from the release, then what the engine holds against it."""
    article = measures.derivative
    reused = say_reused(article.reused, article.text)
    verbatim = say_verbatim(article.verbatim, article.text, verbatim_run)
    against = measures.reasons[2:]  # the engine's first two say the same two numbers
    return reused, verbatim, *(say_why(reason) for reason in against)


def list_file_notes(comparison: Comparison) -> tuple[str, ...]:
    """What to know of the files that both texts came from: what was left aside, what a limit cut."""
    documents = {"Release": comparison.original, "Article": comparison.derivative}
    return tuple(f"{role}: {show_line(note)}" for role, document in documents.items() for note in document.notes)


def _entry(label: Label, passages: int, words: int, state: PageState) -> LegendEntry:
    pressed = label in state.show
    name = NAMES[label].capitalize()
    spoken = f"{count(passages, 'passage')}, {count(words, 'word')}: {MEANINGS[label]}"
    return LegendEntry(
        css=CLASSES[label],
        letter=LETTERS[label],
        name=name,
        passages=passages,
        pressed=pressed,
        address=state.toggle(label).address(),
        spoken=spoken,
    )


def _fill(rows: list[tuple[str, str, str, int]]) -> tuple[BarPart, ...]:
    total = sum(number for *_, number in rows)
    parts: list[BarPart] = []
    start = 0.0
    for css, letter, name, number in rows:
        width = 100 * number / total if total else 0.0
        parts.append(
            BarPart(
                css=css,
                start=round(start, 3),
                width=round(width, 3),
                letter=letter,
                name=name,
                share=say_part(number, total),
                words=number,
                room=_room(width),
            )
        )
        start += width
    return tuple(parts)


def _room(width: float) -> str:
    """How much a part of this width can say."""
    return "wide" if width >= WIDE else "middle" if width >= MIDDLE else "narrow" if width >= NARROW else "none"


def _bar(name: str, parts: tuple[BarPart, ...]) -> Bar:
    sentence = join_words([part.sentence for part in parts])
    return Bar(name, parts, sentence[:1].upper() + sentence[1:] + ".")
