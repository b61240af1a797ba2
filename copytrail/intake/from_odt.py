"""OpenDocument texts (.odt) to the blocks a reader sees, with tracked changes read one way or the other."""

from __future__ import annotations

from dataclasses import replace

from copytrail.errors import UnreadableInput
from copytrail.intake.archive import Archive
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.flow import Room, find_title, tidy
from copytrail.intake.office.elements import Attributes, ElementReader
from copytrail.intake.office.odt.body import PREFIXES, BodyReader
from copytrail.intake.office.odt.changes import ChangeTable
from copytrail.intake.office.odt.styles import StyleTable
from copytrail.intake.office.remarks import CHANGES_REMARKS, remark_comments
from copytrail.intake.xml import XmlReader, read_xml

_LONGEST_TITLE = 1_000
_LOCKED = "This OpenDocument text is protected by a password: save it without one and try again."
_NO_DOCUMENT = (
    "The name says that this is an OpenDocument text, but there is no text in it: "
    "save it anew, or copy its text and paste it."
)
_ONLY_PICTURES = "This OpenDocument text holds pictures and no text: copy or type their words and paste them."


def extract_odt(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of an OpenDocument text: page headers, text, notes, page footers."""
    archive = Archive(data)
    archive.refuse_doubles()
    _refuse_locked(archive)
    room, styles, changes = Room(), StyleTable(), ChangeTable(options.changes)
    margins = BodyReader(styles, ChangeTable(options.changes), room)
    _read(archive, "styles.xml", margins)
    body = BodyReader(styles, changes, room)
    _read(archive, "content.xml", body)
    text = body.flow.finish() + body.notes
    if not text and any(name.startswith("Pictures/") for name in archive.names):
        raise UnreadableInput(_ONLY_PICTURES)
    lines = _keep_first(margins.flow.finish())
    headers = [block for block in lines if block.furniture == "page header"]
    return Extract(
        blocks=(*headers, *text, *(block for block in lines if block not in headers)),
        title=find_title(text, _read_title(archive)),
        notes=((CHANGES_REMARKS[options.changes],) if changes.has_changes else ())
        + remark_comments(body.comments)
        + room.tell(),
        has_changes=changes.has_changes,
    )


def _read(archive: Archive, name: str, reader: XmlReader) -> None:
    """Tell a reader the elements of a part; only the text has to be there."""
    if name in archive:
        read_xml(archive.stream(name), PREFIXES, reader)
    elif name == "content.xml":
        raise UnreadableInput(_NO_DOCUMENT)


def _keep_first(blocks: list[Block]) -> list[Block]:
    """The lines of page headers and page footers, those that are alike once."""
    return list({block.text: replace(block, kind=None) for block in reversed(blocks)}.values())[::-1]


def _read_title(archive: Archive) -> str:
    reader = _TitleReader()
    _read(archive, "meta.xml", reader)
    return tidy(reader.title).replace("\n", " ")


def _refuse_locked(archive: Archive) -> None:
    reader = _LockReader()
    _read(archive, "META-INF/manifest.xml", reader)
    if reader.is_locked:
        raise UnreadableInput(_LOCKED)


class _TitleReader(ElementReader):
    """Finds the title among what a text says of itself; who wrote it is nobody's business."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""

    def words(self, words: str) -> None:
        """Words of the innermost element."""
        if self.path[-1] == "dc:title" and len(self.title) < _LONGEST_TITLE:
            self.title += words[:_LONGEST_TITLE]


class _LockReader(ElementReader):
    """Finds out whether parts are encrypted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_locked = False
        self.starts["manifest:encryption-data"] = self._note

    def _note(self, _attributes: Attributes) -> None:
        self.is_locked = True
