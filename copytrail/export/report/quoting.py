"""Short quotes: nothing that is written holds more than so many words of either text on end.

All words of the report pass one reader in the order in which they will stand. It knows every run of the texts that is
one word too long; from where such a run would be complete, its words give way to dots.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from copytrail.words import TextWords

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from copytrail.model import Comparison

CUT = "…"

Value = TypeVar("Value")
Shown = TypeVar("Shown", bound="DataclassInstance")


class QuoteLimit:
    """Cuts what is written one string after the other.

    >>> limit = QuoteLimit(["The new bridge over the river was opened on Monday."], 5)
    >>> limit.cut("Headline: the new bridge over the river was opened at last")
    'Headline: the new bridge over the … at last'
    """

    def __init__(self, texts: Iterable[str], words: int) -> None:
        self._long = frozenset(run for text in texts for run in _list_runs(text, words + 1))
        self._given: deque[str] = deque(maxlen=words + 1)
        self._written: deque[str] = deque(maxlen=words)

    def cut(self, said: str) -> str:
        """The string without the words that would make a run too long, dots in their place."""
        index = TextWords(said)
        parts: list[str] = []
        end = 0
        for word, (start, stop) in zip(index.words, index.places, strict=True):
            if not self._take(word.casefold()):
                parts.append(said[end:stop])
            elif parts[-1:] != [f"{CUT} "]:
                parts += ["" if parts and parts[-1].endswith(" ") else said[end:start], f"{CUT} "]
            end = stop
        return "".join([*parts, said[end:]]).replace(f"{CUT}  ", f"{CUT} ")

    def _take(self, word: str) -> bool:
        """Whether a word must not be written: here, or behind what was left out before it, its run is too long."""
        self._given.append(word)
        is_long = tuple(self._given) in self._long or (*self._written, word) in self._long
        if not is_long:
            self._written.append(word)
        return is_long


def limit_quotes(comparisons: Iterable[Comparison], words: int) -> QuoteLimit:
    """The limit for all texts of these comparisons."""
    texts: dict[str, None] = {}
    for each in comparisons:
        documents = (each.original, each.derivative, *(reference.document for reference in each.references))
        texts |= dict.fromkeys(document.text for document in documents)
    return QuoteLimit(texts, words)


def cut_all(value: Value, limit: QuoteLimit) -> Value:
    """A value with every string in it cut, in the order of its fields."""
    cut: object = value
    if isinstance(value, str) and not isinstance(value, Enum):
        cut = limit.cut(value)
    elif isinstance(value, tuple):
        cut = tuple(cut_all(each, limit) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        cut = _cut_fields(value, limit)
    return cut  # type: ignore[return-value]


def _cut_fields(value: Shown, limit: QuoteLimit) -> Shown:
    changed = {each.name: cut_all(getattr(value, each.name), limit) for each in fields(value) if each.init}
    return replace(value, **changed)


def _list_runs(text: str, length: int) -> Sequence[tuple[str, ...]]:
    words = [word.casefold() for word in TextWords(text).words]
    return [tuple(words[start : start + length]) for start in range(len(words) - length + 1)]
