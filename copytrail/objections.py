"""What speaks against a derivation: another language, an earlier date, another subject."""

from __future__ import annotations

import re
from collections import Counter

from copytrail.model import Comparison, Document

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LONG_WORD = 7
"""In letters: nearly all such words carry content, in every language with an alphabet."""
_LITTLE = 0.1
"""Where a larger share is reused, the event may well be the same one."""
_SUBJECT_WORDS = 4
"""So many long words that both texts repeat make the same subject."""


def find_objections(comparison: Comparison, share: float) -> list[str]:
    """What speaks against a derivation beside the small share that is reused."""
    original, derivative = comparison.original, comparison.derivative
    if original.language and derivative.language and original.language != derivative.language:
        return ["The two texts are in different languages, which words cannot bridge."]
    reasons = []
    if _is_before(derivative.published, original.published):
        reasons.append(f"It is dated {derivative.published}, before the original ({original.published}).")
    shared = _shared_subject(original, derivative)
    if len(shared) >= _SUBJECT_WORDS:
        named = ", ".join(f"“{word}”" for word in shared[:_SUBJECT_WORDS])
        so = "another event" if share < _LITTLE else "but too little comes from the original to call it derived"
        reasons.append(f"Both speak of {named}: the same subject, {so}.")
    else:
        reasons.append("The two texts are about different subjects.")
    return reasons


def _is_before(date: str, other: str) -> bool:
    """Whether one date is before the other, as far as both are known ("2025-08" and "2024-11-28")."""
    known = min(len(date), len(other))
    return bool(_DATE.fullmatch(date) and _DATE.fullmatch(other)) and date[:known] < other[:known]


def _shared_subject(original: Document, derivative: Document) -> list[str]:
    """Long words that stand several times in the derivative and in the original too, the most frequent first."""
    theirs = _long_words(original)
    ours = _long_words(derivative)
    shared = [word for word, count in ours.most_common() if count > 1 and theirs[word] > 1]
    return sorted(shared, key=lambda word: (-min(ours[word], theirs[word]), word))


def _long_words(document: Document) -> Counter[str]:
    """How often each long word stands in a text, whatever its case."""
    counts: Counter[str] = Counter()
    for word, count in Counter(document.index.words).items():
        folded = word.casefold()
        if len(folded) >= _LONG_WORD:
            counts[folded] += count
    return counts
