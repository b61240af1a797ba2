"""Browsers in which somebody signed in before: guesses made elsewhere never make their people wait."""

from __future__ import annotations

from dataclasses import dataclass

MOST_KNOWN = 8
"""So many people are remembered of one browser, the last ones."""


@dataclass(frozen=True, slots=True)
class Browser:
    """What a browser keeps of who signed in there; nothing, where nobody did."""

    id: str = ""
    people: tuple[str, ...] = ()
    """The ids of its people, the last one first."""

    def knows(self, person_id: str) -> bool:
        """Whether this person signed in here."""
        return bool(self.id) and person_id in self.people

    def was_last(self, person_id: str) -> bool:
        """Whether nobody else signed in here since this person did."""
        return self.people[:1] == (person_id,)

    def remember(self, person_id: str, new_id: str) -> Browser:
        """The browser after this person signed in.

        >>> Browser("b", ("ann", "ben")).remember("ben", "other")
        Browser(id='b', people=('ben', 'ann'))
        """
        others = tuple(each for each in self.people if each != person_id)
        return Browser(self.id or new_id, (person_id, *others)[:MOST_KNOWN])
