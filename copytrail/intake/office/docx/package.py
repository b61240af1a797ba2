"""The parts of a Word document, and how they name one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.errors import UnreadableInput
from copytrail.intake.archive import Archive
from copytrail.intake.office.elements import Attributes, ElementReader
from copytrail.intake.xml import XmlReader, read_xml

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""What the namespaces of the parts are called here; the strict form of the standard has its own."""
_LONGEST_TITLE = 1_000
_NO_DOCUMENT = (
    "The name says that this is a Word document, but there is no text in it: "
    "save it anew, or copy its text and paste it."
)


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


class Package:
    """A Word document as a set of parts."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._archive.refuse_doubles()
        known = [name for name in self._targets("", "officeDocument") if name in self._archive]
        self.main = known[0] if known else "word/document.xml"
        if self.main not in self._archive:
            raise UnreadableInput(_NO_DOCUMENT)

    def find(self, kind: str) -> tuple[str, ...]:
        """The parts that the main part names as of this kind ("styles", "footnotes", "header") and that are there."""
        return tuple(name for name in self._targets(self.main, kind) if name in self._archive)

    def find_properties(self) -> tuple[str, ...]:
        """The part with the title."""
        return tuple(name for name in self._targets("", "core-properties") if name in self._archive)

    def count(self, kind: str) -> int:
        """How many things of a kind the main part names."""
        return len(set(self._targets(self.main, kind)))

    def read(self, name: str, reader: XmlReader) -> None:
        """Tell a reader the elements of a part."""
        read_xml(self._archive.stream(name), PREFIXES, reader)

    def _targets(self, source: str, kind: str) -> Iterator[str]:
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return
        reader = _RelationReader()
        self.read(relations, reader)
        for relation in reader.relations:
            if relation.kind == kind:
                yield posixpath.normpath(posixpath.join("/", folder, relation.target)).lstrip("/")


class _RelationReader(ElementReader):
    """Collects what a part names."""

    def __init__(self) -> None:
        super().__init__()
        self.relations: list[_Relation] = []
        self.starts[":Relationship"] = self._collect

    def _collect(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.relations.append(_Relation(kind, attributes.get("Target", "")))


class PropertyReader(ElementReader):
    """Finds the title among what a document says of itself; who wrote it is nobody's business."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""

    def words(self, words: str) -> None:
        """Words of the innermost element."""
        if self.path[-1] == "dc:title" and len(self.title) < _LONGEST_TITLE:
            self.title += words[:_LONGEST_TITLE]


class CommentCounter(ElementReader):
    """Counts the comments of a document, without reading them."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.starts["w:comment"] = self._count

    def _count(self, _attributes: Attributes) -> None:
        self.count += 1
