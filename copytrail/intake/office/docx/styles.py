"""What the styles of a Word document say of its paragraphs: which are headings, list items, captions, hidden.

Names of built-in styles are in English in every language's Word, while their identifiers are not; a style of
one's own is what it is based on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from copytrail.intake.flow import PLAIN_LOOK, Look
from copytrail.intake.office.elements import Attributes, ElementReader
from copytrail.intake.office.style_names import tell_look
from copytrail.model import ParagraphKind

_LAST_LEVEL = 8
"""Outline level 9 is what Word calls body text."""
_SKIPPED = frozenset({"w:tblStylePr", "w:pPrChange", "w:rPrChange"})
_MOST_ANCESTORS = 30


@dataclass(slots=True)
class Properties:
    """What a style or a paragraph says itself; None where it says nothing."""

    level: int | None = None
    is_list: bool | None = None
    is_hidden: bool | None = None

    def note(self, name: str, attributes: Attributes) -> None:
        """Take in one element of the properties."""
        value = attributes.get("w:val", "")
        if name == "w:outlineLvl" and value.isdecimal():
            self.level = int(value)
        elif name == "w:numId":
            self.is_list = value != "0"
        elif name == "w:vanish":
            self.is_hidden = is_on(attributes)


@dataclass(slots=True)
class Style:
    """A style with its name and the identifier of the style it is based on."""

    name: str = ""
    base: str = ""
    own: Properties = field(default_factory=Properties)


class StyleTable(ElementReader):
    """Reads the part with the styles and answers for them."""

    def __init__(self) -> None:
        super().__init__(_SKIPPED)
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._open: Style | None = None
        self._hidden: dict[str, bool] = {}
        self.starts |= {"w:style": self._start_style, "w:name": self._set_name, "w:basedOn": self._set_base}
        self.starts |= dict.fromkeys(("w:outlineLvl", "w:numId", "w:vanish"), self._note)
        self.ends["w:style"] = self._end_style

    def is_hidden(self, style: str) -> bool:
        """Whether text in this style is hidden."""
        if style not in self._hidden:
            said = (each.own.is_hidden for each in self._chain(style))
            self._hidden[style] = next((is_hidden for is_hidden in said if is_hidden is not None), False)
        return self._hidden[style]

    def look(self, style: str, own: Properties) -> Look:
        """What a paragraph in this style is that has these properties of its own."""
        chain = list(self._chain(style or self._default))
        named = next((look for each in chain if (look := tell_look(each.name)) != PLAIN_LOOK), PLAIN_LOOK)
        if named.furniture:
            return named
        said = [own, *(each.own for each in chain)]
        level = next((each.level for each in said if each.level is not None), None)
        if (level is not None and level <= _LAST_LEVEL) or (level is None and named.kind):
            return Look(ParagraphKind.HEADING)
        is_list = next((each.is_list for each in said if each.is_list is not None), False)
        return Look(ParagraphKind.LIST_ITEM) if is_list else PLAIN_LOOK

    def _start_style(self, attributes: Attributes) -> None:
        number = attributes.get("w:styleId", "")
        self._open = self._styles.setdefault(number, Style())
        if attributes.get("w:type") == "paragraph" and attributes.get("w:default") in {"1", "true", "on"}:
            self._default = number

    def _set_name(self, attributes: Attributes) -> None:
        if self._open:
            self._open.name = attributes.get("w:val", "")

    def _set_base(self, attributes: Attributes) -> None:
        if self._open:
            self._open.base = attributes.get("w:val", "")

    def _note(self, attributes: Attributes) -> None:
        if self._open:
            self._open.own.note(self.path[-1], attributes)

    def _end_style(self) -> None:
        self._open = None

    def _chain(self, style: str) -> Iterator[Style]:
        """A style and what it is based on; a circle ends it."""
        for _ in range(_MOST_ANCESTORS):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = found.base


def is_on(attributes: Attributes) -> bool:
    """Whether a property that may be switched on or off is on."""
    return attributes.get("w:val", "1") not in {"0", "false", "off"}
