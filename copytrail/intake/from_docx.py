"""Word documents (.docx) to the blocks a reader sees, with tracked changes read one way or the other.

Who wrote, changed or commented the document is never read, and deleted words only where the original is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.flow import Room, find_title, tidy
from copytrail.intake.office.docx.body import BodyReader, Found, Manner
from copytrail.intake.office.docx.notes import NoteReader
from copytrail.intake.office.docx.package import CommentCounter, Package, PropertyReader
from copytrail.intake.office.docx.styles import StyleTable
from copytrail.intake.office.remarks import CHANGES_REMARKS, remark, remark_comments

_ONLY_PICTURES = "This Word document holds pictures and no text: copy or type their words and paste them."


def extract_docx(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of a Word document: page headers, text, notes, page footers."""
    package = Package(data)
    room = Room()
    manner = Manner(_read_styles(package), options.changes, room)
    found = Found()
    main = BodyReader(manner, found)
    package.read(package.main, main)
    text = main.flow.finish() + _read_notes(package, manner, found)
    if not text and package.count("image"):
        raise UnreadableInput(_ONLY_PICTURES)
    headers = _read_margins(package, manner, "header")
    footers = _read_margins(package, manner, "footer")
    return Extract(
        blocks=(*headers, *text, *footers),
        title=find_title(text, _read_title(package)),
        notes=tuple(_tell(package, options, found)) + room.tell(),
        has_changes=found.has_changes,
    )


def _read_styles(package: Package) -> StyleTable:
    styles = StyleTable()
    for part in package.find("styles"):
        package.read(part, styles)
    return styles


def _read_notes(package: Package, manner: Manner, found: Found) -> list[Block]:
    blocks: list[Block] = []
    for kind in ("footnotes", "endnotes"):
        for part in package.find(kind):
            reader = NoteReader(manner, found)
            package.read(part, reader)
            blocks += reader.flow.finish()
    return blocks


def _read_margins(package: Package, manner: Manner, kind: str) -> list[Block]:
    """The page headers or page footers, those that are alike once."""
    lines: dict[str, Block] = {}
    for part in package.find(kind):
        reader = BodyReader(manner, Found())
        package.read(part, reader)
        for block in reader.flow.finish():
            lines.setdefault(block.text, replace(block, kind=None, furniture=f"page {kind}"))
    return list(lines.values())


def _read_title(package: Package) -> str:
    """The title among the properties, unless it is one that a program or a template put there."""
    reader = PropertyReader()
    for part in package.find_properties():
        package.read(part, reader)
    title = tidy(reader.title)
    is_made_up = title.casefold().startswith(
        ("microsoft word", "document", "dokument", "template", "vorlage", "untitled")
    )
    return "" if is_made_up or "\n" in title else title


def _tell(package: Package, options: FileOptions, found: Found) -> Iterator[str]:
    """What to know of the file."""
    if found.has_changes:
        yield CHANGES_REMARKS[options.changes]
    counter = CommentCounter()
    for part in package.find("comments"):
        package.read(part, counter)
    yield from remark_comments(counter.count)
    drawings = package.count("diagramData") + package.count("chart") + package.count("chartEx")
    yield from remark(
        drawings,
        "The file holds a diagram or chart, whose words were not read.",
        "The file holds {} diagrams or charts, whose words were not read.",
    )
    yield from remark(
        found.embedded,
        "The file embeds another document, which was not read.",
        "The file embeds {} other documents, which were not read.",
    )
