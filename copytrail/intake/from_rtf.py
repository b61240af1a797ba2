"""RTF texts (.rtf) to the blocks a reader sees, with tracked changes read one way or the other."""

from __future__ import annotations

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.intake.flow import find_title, tidy
from copytrail.intake.office.remarks import CHANGES_REMARKS, remark_comments
from copytrail.intake.office.rtf.reader import RtfReader
from copytrail.intake.office.rtf.state import RtfState

_START = b"{\\rtf"
_NO_RTF = "The name says that this is an RTF text, but it does not begin like one: copy its text and paste it."
_CUT_OFF = "The file ends before it is complete; what is missing could not be read."


def extract_rtf(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    r"""The blocks of an RTF text: page headers, text, notes, page footers.

    >>> [block.text for block in extract_rtf(rb"{\rtf1 The bridge {\b opens}.\par It rained.}").blocks]
    ['The bridge opens.', 'It rained.']
    """
    start = data.find(_START, 0, 1024)
    if start < 0:
        raise UnreadableInput(_NO_RTF)
    state = RtfState(options.changes)
    RtfReader(state).read(data[start:])
    headers, text, footers = state.streams.finish(state.group.paragraph.look(state.styles))
    return Extract(
        blocks=(*headers, *text, *footers),
        title=find_title(text, tidy(state.title).replace("\n", " ")),
        notes=((CHANGES_REMARKS[options.changes],) if state.has_changes else ())
        + remark_comments(state.comments)
        + (() if state.is_complete or state.room.is_used_up else (_CUT_OFF,))
        + state.room.tell(),
        has_changes=state.has_changes,
    )
