"""The style sheet of an RTF text."""

from __future__ import annotations

from copytrail.intake.flow import PLAIN_LOOK, Look
from copytrail.intake.office.style_names import tell_look
from copytrail.model import ParagraphKind

_LEVELS = range(9)
_LONGEST_NAME = 100


class StyleSheet:
    """Collects the paragraph styles by number."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._levels: dict[int, int] = {}
        self._open = 0

    def start_style(self, number: int) -> None:
        """A style is described."""
        self._open = number
        self._names[number] = ""

    def set_level(self, level: int) -> None:
        """Its place in the outline."""
        self._levels[self._open] = level

    def add_name(self, name: str) -> None:
        """A part of its name."""
        self._names[self._open] = (self._names.get(self._open, "") + name)[:_LONGEST_NAME]

    def look(self, number: int) -> Look:
        """What a paragraph in a style is."""
        by_name = tell_look(self._names.get(number, "").partition(";")[0])
        if by_name == PLAIN_LOOK and self._levels.get(number) in _LEVELS:
            return Look(ParagraphKind.HEADING)
        return by_name
