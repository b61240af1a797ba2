"""The footnotes and endnotes of a Word document that its text names."""

from __future__ import annotations

from copytrail.intake.flow import BODY_LOOK
from copytrail.intake.office.docx.body import BodyReader, Found, Manner
from copytrail.intake.office.elements import Attributes


class NoteReader(BodyReader):
    """Reads those footnotes or endnotes that the text names."""

    def __init__(self, manner: Manner, found: Found) -> None:
        super().__init__(manner, found)
        self.plain_look = BODY_LOOK
        self._wanted = set(found.notes)
        for name in ("w:footnote", "w:endnote"):
            self.starts[name] = self._start_note
            self.ends[name] = self.flow.leave

    def _start_note(self, attributes: Attributes) -> None:
        self.flow.enter()
        if (self.path[-1], attributes.get("w:id", "")) not in self._wanted:
            self.skip()
