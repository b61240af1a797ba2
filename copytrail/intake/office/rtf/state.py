"""What is known at one place of an RTF text: the open groups, the tables so far, and where words go."""

from __future__ import annotations

from copytrail.intake.extracts import Changes
from copytrail.intake.flow import Room
from copytrail.intake.office.rtf.characters import Characters, FontTable
from copytrail.intake.office.rtf.groups import Group
from copytrail.intake.office.rtf.streams import Streams
from copytrail.intake.office.rtf.styles import StyleSheet

_LONGEST_TITLE = 1_000


class RtfState:
    """Changes with every group, word and character."""

    def __init__(self, changes: Changes) -> None:
        self.room = Room()
        self.streams = Streams(self.room)
        self.styles = StyleSheet()
        self.fonts = FontTable()
        self.groups = [Group()]
        self.title = ""
        self.comments = 0
        self.has_changes = False
        self.left_to_skip = 0
        """So many characters only stand for one that was already read."""
        self._is_original = changes is Changes.ORIGINAL
        self._characters = Characters(self.fonts)

    @property
    def group(self) -> Group:
        """The innermost group."""
        return self.groups[-1]

    @property
    def around(self) -> Group:
        """The group around it."""
        return self.groups[-2] if len(self.groups) > 1 else self.groups[-1]

    @property
    def is_complete(self) -> bool:
        """Whether every group was closed."""
        return len(self.groups) == 1

    @property
    def is_dropped(self) -> bool:
        """Whether a tracked change takes away what stands here."""
        said = self.group.characters
        return said.is_inserted if self._is_original else said.is_deleted

    def add(self, data: bytes) -> None:
        """Bytes of text, or of a name in a table."""
        skipped = min(self.left_to_skip, len(data))
        self.left_to_skip -= skipped
        data = data[skipped:]
        if not data or self.group.is_skipped:
            return
        if self.group.place == "":
            self._characters.add_bytes(data)
        elif self.group.place == "fonttbl":
            self.fonts.add_name(data.decode("latin-1"))
        elif self.group.place == "stylesheet":
            self.styles.add_name(data.decode("latin-1"))
        else:
            self._add_title(data.decode(self.fonts.default_codec, errors="replace"))

    def add_number(self, number: int) -> None:
        """A character of Unicode, and after it some that stand for it in older programs."""
        self.left_to_skip = self.group.fallback
        words = self._characters.take_number(number, self.group.characters.font)
        if self.group.place == "title":
            self._add_title(words)
        else:
            self.write(words)

    def flush(self) -> None:
        """The bytes so far become characters before something changes."""
        if self._characters.has_bytes:
            self.write(self._characters.take(self.group.characters.font))

    def write(self, words: str) -> None:
        """Words of the text."""
        if words and self.group.place == "" and not self.is_dropped:
            self.streams.flow.write(words, is_hidden=self.group.characters.is_hidden)

    def end_paragraph(self, *, is_last: bool = False) -> None:
        """The paragraph ends, if its end was not taken away; that of the last one in a cell cannot be."""
        flow = self.streams.flow
        flow.change(self.group.paragraph.look(self.styles))
        flow.end(is_joined=not is_last and (self.is_dropped or self.group.characters.is_hidden))

    def _add_title(self, words: str) -> None:
        self.title = (self.title + words)[:_LONGEST_TITLE]
