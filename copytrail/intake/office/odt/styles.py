"""What the styles of an OpenDocument text say of its paragraphs and spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.intake.flow import PLAIN_LOOK, Look
from copytrail.intake.office.elements import Attributes
from copytrail.model import ParagraphKind

_HEADINGS = frozenset({"Heading", "Title", "Subtitle"})
_CAPTIONS = frozenset({"Caption", "Illustration", "Figure", "Drawing"})
_MOST_ANCESTORS = 30


@dataclass(slots=True)
class _Style:
    base: str
    is_hidden: bool | None = None


class StyleTable:
    """Collects styles as they are read and answers for them."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._open: _Style | None = None

    def start_style(self, attributes: Attributes) -> None:
        """A style begins."""
        self._open = _Style(attributes.get("style:parent-style-name", ""))
        key = (attributes.get("style:family", ""), attributes.get("style:name", ""))
        self._styles[key] = self._open

    def note_text(self, attributes: Attributes) -> None:
        """What the style says of the text in it."""
        if self._open and "text:display" in attributes:
            self._open.is_hidden = attributes["text:display"] == "none"

    def end_style(self) -> None:
        """A style ends."""
        self._open = None

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text in this style is hidden."""
        said = (style.is_hidden for _, style in self._chain(family, name))
        return next((is_hidden for is_hidden in said if is_hidden is not None), False)

    def look(self, name: str) -> Look:
        """What a paragraph in this style is."""
        names = {each for each, _ in self._chain("paragraph", name)} | {name}
        if names & _CAPTIONS:
            return Look(None, "picture caption")
        return Look(ParagraphKind.HEADING) if names & _HEADINGS else PLAIN_LOOK

    def _chain(self, family: str, name: str) -> Iterator[tuple[str, _Style]]:
        """A style and what it is based on; a circle ends it."""
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield name, style
            name = style.base
            if (family, name) not in self._styles and name:
                yield name, _Style("")
