"""What holds inside a group of an RTF text, and which groups hold no text that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field

from copytrail.intake.flow import BODY_LOOK, PLAIN_LOOK, Look
from copytrail.intake.office.rtf.styles import StyleSheet
from copytrail.model import ParagraphKind

UNSEEN = frozenset({
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnicn", "atnid", "author", "bkmkend", "bkmkstart",
    "buptim", "category", "colortbl", "comment", "company", "creatim", "datafield", "doccomm", "filetbl", "fldinst",
    "ftncn", "ftnsep", "ftnsepc", "hlinkbase", "info", "keywords", "listoverridetable", "listtable", "manager",
    "nesttableprops", "nonesttables", "nonshppict", "objdata", "operator", "pict", "printim", "private", "revtim",
    "revtbl", "rxe", "shprslt", "sp", "subject", "tc", "template", "txe", "upr", "xe", "mmathPict", "pntxta", "pntxtb",
})  # fmt: skip
"""Groups whose words are about the text, not of it."""
SEEN_OPTIONAL = frozenset({"do", "moMath", "moMathPara", "shpinst", "ud"})
"""Of the groups that older programs may leave out, those with words that a reader sees."""
_HEADING_LEVELS = range(9)


@dataclass(frozen=True, slots=True)
class ParagraphState:
    """What is said of the paragraph."""

    style: int = 0
    level: int | None = None
    is_list: bool = False
    is_cell: bool = False

    def look(self, styles: StyleSheet) -> Look:
        """What the paragraph is."""
        if self.level in _HEADING_LEVELS:
            return Look(ParagraphKind.HEADING)
        of_style = styles.look(self.style)
        if of_style.furniture or (of_style.kind is ParagraphKind.HEADING and self.level is None):
            return of_style
        if self.is_list:
            return Look(ParagraphKind.LIST_ITEM)
        return BODY_LOOK if self.is_cell else PLAIN_LOOK


@dataclass(frozen=True, slots=True)
class CharacterState:
    """What is said of the characters."""

    font: int = 0
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False


@dataclass(slots=True)
class Group:
    """All that a closing brace takes back."""

    place: str = ""
    """Where its words go: empty for the text, else the name of a table."""
    is_skipped: bool = False
    was_skipped: bool = False
    """The same before it was found to hold its words twice, in two encodings."""
    fallback: int = 1
    """So many characters after a number of Unicode stand for it in programs that know none."""
    paragraph: ParagraphState = field(default_factory=ParagraphState)
    characters: CharacterState = field(default_factory=CharacterState)
    stream: str = ""
    """What ends with it: a note, a box, a page header or a page footer."""

    def open_inner(self) -> Group:
        """A group in this one."""
        return Group(self.place, self.is_skipped, False, self.fallback, self.paragraph, self.characters)
