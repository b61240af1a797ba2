"""The text of a part of a Word document, paragraph by paragraph, as a reader of it would see it.

The elements come in a stream. What no reader sees (deleted text, codes of fields, the second drawing of a text box)
is passed over from where it begins to where it ends; properties stand before what they are about.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from copytrail.intake.extracts import Changes
from copytrail.intake.flow import BODY_LOOK, PLAIN_LOOK, Flow, Room
from copytrail.intake.office.docx.fields import OpenFields
from copytrail.intake.office.docx.styles import Properties, StyleTable, is_on
from copytrail.intake.office.elements import Attributes, ElementReader
from copytrail.intake.symbols import read_symbol

_TEXT = frozenset({"w:t", "w:delText", "m:t"})
_SKIPPED = frozenset({
    "w:instrText", "w:delInstrText", "w:sdtPr", "w:sectPr", "w:rt", "w:ffData", "w:numberingChange",
    "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
    "w:tblGridChange", "w:tblPrExChange",
})  # fmt: skip
_INSERTED = frozenset({"w:ins", "w:moveTo", "w:cellIns"})
_DELETED = frozenset({"w:del", "w:moveFrom", "w:cellDel"})
_UP_TO_ROW_OR_CELL = {"w:trPr": 2, "w:tcPr": 2}
"""A change told among the properties of a row or cell is about all of it."""


@dataclass(slots=True)
class _Paragraph:
    """What is known of an open paragraph."""

    style: str = ""
    own: Properties = field(default_factory=Properties)
    is_joined: bool = False
    """Whether its end was taken away, so that the next paragraph continues it."""


@dataclass(slots=True)
class Found:
    """What a text holds beside its words."""

    notes: set[tuple[str, str]] = field(default_factory=set)
    """Kind and number of each footnote or endnote that it names."""
    has_changes: bool = False
    embedded: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How all parts of a document are read."""

    styles: StyleTable
    changes: Changes
    room: Room


class BodyReader(ElementReader):
    """Reads the main part, a page header or a page footer; notes are read by a kind of it."""

    def __init__(self, manner: Manner, found: Found) -> None:
        super().__init__(_SKIPPED)
        self.flow = Flow(manner.room)
        self._room = manner.room
        self.found = found
        self.plain_look = PLAIN_LOOK
        """What a paragraph is of which nothing is said."""
        self._styles = manner.styles
        self._dropped = _DELETED if manner.changes is Changes.ACCEPTED else _INSERTED
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[bool] = []
        """For each open run, whether it is hidden."""
        self._fields = OpenFields()
        self._choices: list[bool] = []
        self._cells = 0
        self._know_elements()

    @property
    def is_done(self) -> bool:
        """Whether no more text is read."""
        return self._room.is_used_up

    def words(self, words: str) -> None:
        """Words of the innermost element."""
        if self.path[-1] in _TEXT and not self.is_skipping:
            self._write(words.replace("\n", " "))

    def _know_elements(self) -> None:
        self.starts |= dict.fromkeys(_INSERTED | _DELETED, self._start_change)
        self.starts |= dict.fromkeys(("w:footnoteReference", "w:endnoteReference"), self._refer)
        self.starts |= dict.fromkeys(("w:outlineLvl", "w:numId"), self._note_property)
        self.starts |= {"w:p": self._start_paragraph, "w:r": self._start_run, "w:vanish": self._hide}
        self.starts |= {"w:pStyle": self._set_style, "w:rStyle": self._set_run_style}
        self.starts |= {"w:br": self._break, "w:cr": lambda _: self._write("\n"), "w:sym": self._write_symbol}
        self.starts |= {"w:tab": self._write_tab, "w:ptab": self._write_tab}
        self.starts |= {"w:noBreakHyphen": lambda _: self._write("-")}
        self.starts |= {"w:fldChar": self._note_field, "w:altChunk": self._embed, "w:tc": self._enter_cell}
        self.starts |= {"mc:AlternateContent": lambda _: self._choices.append(False), "w:txbxContent": self._enter_box}
        self.starts |= dict.fromkeys(("mc:Choice", "mc:Fallback"), self._choose)
        self.ends |= {"w:p": self._end_paragraph, "w:pPr": self._look, "w:r": self._end_run, "w:tc": self._leave_cell}
        self.ends |= {"w:txbxContent": self.flow.leave, "mc:AlternateContent": self._end_choice}

    def _write(self, words: str) -> None:
        if not self._fields.is_code:
            self.flow.write(words, is_hidden=bool(self._runs) and self._runs[-1])

    def _write_tab(self, _attributes: Attributes) -> None:
        if self.parent == "w:r":
            self._write(" ")

    def _break(self, attributes: Attributes) -> None:
        self._write(" " if attributes.get("w:type") in {"page", "column"} else "\n")

    def _write_symbol(self, attributes: Attributes) -> None:
        self._write(read_symbol(attributes.get("w:char", ""), attributes.get("w:font", "")))

    def _start_paragraph(self, _attributes: Attributes) -> None:
        self._paragraphs.append(_Paragraph())
        self.flow.start()
        self._look()

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._fields.end_paragraph()
        self.flow.end(is_joined=paragraph.is_joined)

    def _look(self) -> None:
        """Tell what the open paragraph is, as soon as its properties are known."""
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            plain = BODY_LOOK if self._cells else self.plain_look
            look = self._styles.look(paragraph.style, paragraph.own)
            self.flow.change(plain if look == PLAIN_LOOK else look)

    def _set_style(self, attributes: Attributes) -> None:
        if self._paragraphs and self.parent == "w:pPr":
            self._paragraphs[-1].style = attributes.get("w:val", "")

    def _note_property(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].own.note(self.path[-1], attributes)

    def _start_run(self, _attributes: Attributes) -> None:
        self._runs.append(bool(self._paragraphs) and self._styles.is_hidden(self._paragraphs[-1].style))

    def _set_run_style(self, attributes: Attributes) -> None:
        if self._runs and not self._is_mark() and self._styles.is_hidden(attributes.get("w:val", "")):
            self._runs[-1] = True

    def _hide(self, attributes: Attributes) -> None:
        """What is hidden is the run, or the end of the paragraph, which then runs on into the next."""
        if self._is_mark() and self._paragraphs:
            self._paragraphs[-1].is_joined |= is_on(attributes)
        elif self._runs:
            self._runs[-1] = is_on(attributes)

    def _end_run(self) -> None:
        self._runs.pop()

    def _is_mark(self) -> bool:
        """Whether a property is one of the sign at the end of the paragraph."""
        return self.path[-3:-1] == ["w:pPr", "w:rPr"]

    def _start_change(self, _attributes: Attributes) -> None:
        self.found.has_changes = True
        if self.path[-1] not in self._dropped or self.parent == "w:numPr":
            return
        if not self._is_mark():
            self.skip(_UP_TO_ROW_OR_CELL.get(self.parent, 0))
        elif self._paragraphs:
            self._paragraphs[-1].is_joined = True

    def _refer(self, attributes: Attributes) -> None:
        self.found.notes.add((self.path[-1].removesuffix("Reference"), attributes.get("w:id", "")))

    def _note_field(self, attributes: Attributes) -> None:
        self._fields.note(attributes.get("w:fldCharType", ""))

    def _choose(self, _attributes: Attributes) -> None:
        """The same thing drawn in two ways: the first is read."""
        if self._choices and self._choices[-1]:
            self.skip()
        elif self._choices:
            self._choices[-1] = True

    def _end_choice(self) -> None:
        self._choices.pop()

    def _embed(self, _attributes: Attributes) -> None:
        self.found.embedded += 1

    def _enter_cell(self, _attributes: Attributes) -> None:
        self._cells += 1
        self.flow.enter()

    def _leave_cell(self) -> None:
        self._cells -= 1
        self.flow.leave()

    def _enter_box(self, _attributes: Attributes) -> None:
        self.flow.enter()
