"""The text of an OpenDocument file, paragraph by paragraph, as a reader of it would see it."""

from __future__ import annotations

from copytrail.intake.extracts import Block
from copytrail.intake.flow import BODY_LOOK, PLAIN_LOOK, Flow, Look, Room
from copytrail.intake.office.elements import Attributes, ElementReader, Start
from copytrail.intake.office.odt.changes import ChangeTable
from copytrail.intake.office.odt.styles import StyleTable
from copytrail.model import ParagraphKind

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = ("office", "text", "style", "table", "manifest")
PREFIXES = {f"{_OFFICE}:{name}:1.0": name for name in _NAMES} | {
    f"{_OFFICE}:drawing:1.0": "draw",
    f"{_OFFICE}:svg-compatible:1.0": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_SKIPPED = frozenset({
    "office:change-info", "office:forms", "office:scripts", "office:binary-data", "draw:object", "draw:object-ole",
    "svg:title", "svg:desc", "text:note-citation", "text:ruby-text", "text:notes-configuration",
})  # fmt: skip
_INDEXES = tuple(
    f"text:{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_MARGINS = {
    f"style:{name}{page}": Look(None, f"page {name}")
    for name in ("header", "footer")
    for page in ("", "-left", "-first")
}
_INDEX = Look(None, "table of contents")


class BodyReader(ElementReader):
    """Reads the part with the text, and the one with the styles, where page headers and page footers stand."""

    def __init__(self, styles: StyleTable, changes: ChangeTable, room: Room) -> None:
        super().__init__(_SKIPPED)
        self.notes: list[Block] = []
        self.comments = 0
        self._room = room
        self._styles = styles
        self._changes = changes
        self._flows = [Flow(room)]
        """The text, and the note in it that is open."""
        self._hidden: list[bool] = [False]
        """For each open section, paragraph or span, whether it is hidden."""
        self._surroundings: list[Look] = []
        """Page headers, contents, notes, cells and lists that are open, with what a paragraph in them is."""
        self._know_structure()
        self._know_signs()
        self._know_changes()

    @property
    def flow(self) -> Flow:
        """Where words go."""
        return self._flows[-1]

    @property
    def is_done(self) -> bool:
        """Whether no more text is read."""
        return self._room.is_used_up

    def words(self, words: str) -> None:
        """Words of the innermost element."""
        if not self.is_skipping:
            self._write(words.replace("\n", " "))

    def _know_structure(self) -> None:
        self.starts |= {"style:style": self._styles.start_style, "style:text-properties": self._styles.note_text}
        self.ends |= {"style:style": self._styles.end_style}
        self.starts |= {"text:p": self._start_paragraph, "text:h": self._start_paragraph, "text:span": self._start_span}
        self.ends |= {"text:p": self._end_paragraph, "text:h": self._end_paragraph, "text:span": self._end_hidden}
        self.starts |= {"text:section": self._start_section, "text:note-body": self._start_note}
        self.ends |= {"text:section": self._end_hidden, "text:note-body": self._end_note}
        surroundings = _MARGINS | dict.fromkeys(_INDEXES, _INDEX) | {"text:list": Look(ParagraphKind.LIST_ITEM)}
        cells = dict.fromkeys(("table:table-cell", "table:covered-table-cell"), BODY_LOOK)
        for name, look in (surroundings | cells).items():
            self.starts[name] = self._surround_with(look)
            self.ends[name] = self._end_surroundings
        self.starts["draw:text-box"] = lambda _: self.flow.enter()
        self.ends["draw:text-box"] = self._end_box

    def _know_signs(self) -> None:
        self.starts |= dict.fromkeys(("text:s", "text:tab"), lambda _: self._write(" "))
        self.starts |= {"text:line-break": lambda _: self._write("\n"), "office:annotation": self._count_comment}
        self.starts |= {"text:hidden-text": self._hide, "text:hidden-paragraph": self._hide}

    def _know_changes(self) -> None:
        changes = self._changes
        self.starts |= {
            "text:changed-region": lambda a: changes.start_region(a.get("text:id") or a.get("xml:id", "")),
            "text:insertion": lambda _: changes.note_insertion(),
            "text:deletion": self._start_deletion,
            "text:change-start": lambda a: changes.enter(a.get("text:change-id", "")),
            "text:change-end": lambda a: changes.leave(a.get("text:change-id", "")),
            "text:change": lambda a: changes.restore(a.get("text:change-id", ""), self.flow),
        }
        self.ends["text:deletion"] = changes.end_deletion

    def _write(self, words: str) -> None:
        if self._changes.is_collecting:
            self._changes.collect(words)
        elif self.flow.is_open and not self._changes.is_inserted:
            self.flow.write(words, is_hidden=self._hidden[-1])

    def _start_paragraph(self, attributes: Attributes) -> None:
        style = attributes.get("text:style-name", "")
        look = self._tell_look(style)
        if self._changes.is_collecting:
            self._changes.start_paragraph(look)
        else:
            self.flow.start(look)
        self._hidden.append(self._hidden[-1] or self._styles.is_hidden("paragraph", style))

    def _tell_look(self, style: str) -> Look:
        around = next((look for look in reversed(self._surroundings)), PLAIN_LOOK)
        if around.furniture:
            return around
        if self.path[-1] == "text:h":
            return Look(ParagraphKind.HEADING)
        look = self._styles.look(style)
        return around if look == PLAIN_LOOK else look

    def _end_paragraph(self) -> None:
        self._hidden.pop()
        if not self._changes.is_collecting:
            self.flow.end(is_joined=self._changes.is_inserted)

    def _start_span(self, attributes: Attributes) -> None:
        style = attributes.get("text:style-name", "")
        self._hidden.append(self._hidden[-1] or self._styles.is_hidden("text", style))

    def _start_section(self, attributes: Attributes) -> None:
        self._hidden.append(self._hidden[-1] or attributes.get("text:display") == "none")

    def _end_hidden(self) -> None:
        self._hidden.pop()

    def _hide(self, attributes: Attributes) -> None:
        if attributes.get("text:is-hidden") == "true":
            self.skip()

    def _start_note(self, _attributes: Attributes) -> None:
        self._flows.append(Flow(self._room))
        self._surroundings.append(BODY_LOOK)

    def _end_note(self) -> None:
        self._surroundings.pop()
        self.notes += self._flows.pop().finish()

    def _surround_with(self, look: Look) -> Start:
        def start(_attributes: Attributes) -> None:
            self._surroundings.append(look)
            self.flow.enter()

        return start

    def _end_surroundings(self) -> None:
        self._surroundings.pop()
        self.flow.leave()

    def _end_box(self) -> None:
        self.flow.leave()

    def _count_comment(self, _attributes: Attributes) -> None:
        self.comments += 1
        self.skip()

    def _start_deletion(self, _attributes: Attributes) -> None:
        self._changes.start_deletion()
        if not self._changes.is_original:
            self.skip()
