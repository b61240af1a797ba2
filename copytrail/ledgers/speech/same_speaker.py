"""Whether two documents give words to the same person.

Titles do not count, a last name stands for the full one, and spellings may differ a little. Whom a pronoun or a role
stands for may be open: then nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copytrail.ledgers.facts.spellings import resemble
from copytrail.read.naming.words import fold_name, places
from copytrail.read.speech.words import NAME_LINKS, SpeechWords
from copytrail.text import fold_word, without_owner
from copytrail.words import TextWords

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’.][^\W_]+)*")
_DESCRIBED = 3
"""In words: a shorter description ("a spokesman") may be anybody's."""


class Speakers:
    """Holds the speakers of the derivative against those of the original.

    Names at least as like each other as `floor` are spellings of one; that is for the ledger of names to say.
    """

    def __init__(self, names: Sequence[str], words: SpeechWords, floor: float, text: TextWords | None = None) -> None:
        self._words = words
        self._floor = floor
        self._text = text or TextWords("")
        self._known = sorted({name for name in names if name})
        self._agreed: dict[tuple[str, str], bool] = {}

    def differ(self, original: str, derivative: str) -> bool:
        """Whether two names are certainly of different speakers.

        Two persons are; a body, or who is brought in by a description, only when he speaks in the original too;
        whoever is called "the minister" may be anybody.
        """
        if self.agree(original, derivative):
            return False
        if self.is_person(original) and self.is_person(derivative):
            return True
        others = [name for name in self._known if not self.agree(name, original)]
        are_known = self._is_somebody(original) and self._is_somebody(derivative)
        return are_known and any(_folded(name) == _folded(derivative) for name in others)

    def is_somebody_else(self, original: str, mention: str) -> bool:
        """Whether a lone last name, as the derivative has it, is not that of a person of the original.

        A name that the original has by itself may be a body's: "Ford".
        """
        names = [word for word in _WORD.findall(mention) if word.lower() not in self._words.titles]
        if len(names) != 1 or not self.is_person(original) or self.agree(original, names[0]):
            return False
        name = without_owner(names[0])
        is_plain = (
            name.istitle() and name.lower() not in self._words.before_names | self._words.roles | self._words.bodies
        )
        places_here = [number for number, word in enumerate(self._text.words) if word == name] if is_plain else []
        return is_plain and fold_name(name) not in places() and all(map(self._follows_name, places_here))

    def _follows_name(self, number: int) -> bool:
        """Whether a form of address or another name stands before a word of the original."""
        before = self._text.words[number - 1] if number else ""
        is_small = before.lower() in self._words.before_names and before.lower() not in self._words.titles
        return before[:1].isupper() and not is_small

    def speaks(self, name: str) -> bool:
        """Whether a person of this name speaks in the original."""
        return self.is_person(name) and any(self.is_person(known) and self.agree(known, name) for known in self._known)

    def agree(self, one: str, other: str) -> bool:
        """Whether two names can be one speaker's."""
        if (one, other) not in self._agreed:
            self._agreed[one, other] = self._compare(one, other)
        return self._agreed[one, other]

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's: capitals throughout, no word for a body or an office, and no lone word.

        One word alone is a person's last name where a speaker of the original has it.
        """
        words, parts = _WORD.findall(name), self._parts(name)
        plain = [word for word in words if word.lower() not in NAME_LINKS] or words
        if not parts or not all(word[0].isupper() for word in plain) or plain[-1].lower() in self._words.roles:
            return False
        if any(word.lower() in self._words.bodies for word in words):
            return False
        return len(parts) > 1 or any(known[-1] == parts[0] for known in map(self._parts, self._known) if len(known) > 1)

    def _compare(self, one: str, other: str) -> bool:
        """Whether two names, not compared before, can be one speaker's."""
        first, second = self._parts(one), self._parts(other)
        if not first or not second or _folded(one) == _folded(other):
            return _folded(one) == _folded(other)
        if not (first[-1] in second or second[-1] in first) and not self._are_spellings(first[-1], second[-1]):
            return False
        if set(first) <= set(second) or set(second) <= set(first) or self._fits(first[0], second[0]):
            return True
        return not any(_folded(known) == _folded(other) for known in self._known)

    def _fits(self, one: str, other: str) -> bool:
        """Whether two first names can be one: an initial, a short form or a spelling."""
        return one.startswith(other) or other.startswith(one) or self._are_spellings(one, other)

    def _are_spellings(self, one: str, other: str) -> bool:
        """Whether two words are spellings of one name."""
        return resemble([one], [other], self._floor) > 0

    def _is_somebody(self, name: str) -> bool:
        """Whether a speaker is named, a body perhaps, or brought in by a description ("an aide to the mayor")."""
        words = _WORD.findall(name)
        if not self._parts(name):
            return False
        if words[0].lower() in self._words.indefinite:
            return len(words) >= _DESCRIBED and words[1].lower() not in self._words.prepositions
        return words[-1].lower() not in self._words.roles and all(word[0].isupper() for word in words)

    def _parts(self, name: str) -> list[str]:
        """The words of a name without titles, folded; none of a pronoun."""
        words = [fold_word(without_owner(word)) for word in _WORD.findall(name)]
        return [word for word in words if word not in self._words.titles and word not in self._words.pronouns]


def _folded(name: str) -> str:
    """A name as it is compared."""
    return " ".join(fold_word(word) for word in _WORD.findall(name))
