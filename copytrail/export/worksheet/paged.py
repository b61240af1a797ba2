"""Worksheets as the data that typst sets."""

from __future__ import annotations

from dataclasses import asdict

from copytrail.export.options import Paper
from copytrail.export.pages.data import PAPERS, Data
from copytrail.export.worksheet.blocks import Block, Text, Together
from copytrail.export.worksheet.pupil_sheet import UNNAMED
from copytrail.teaching import Lesson

_ONE_PAGE = 2_500
"""What is longer may not fit on a page, and is broken where it must."""


def describe_sheets(sheets: tuple[tuple[Block, ...], ...], lesson: Lesson, paper: Paper) -> Data:
    """Everything that the program needs."""
    return {
        "title": lesson.title.strip() or UNNAMED,
        "language": "en",
        "paper": PAPERS[paper],
        "sheets": [[_describe(block) for block in sheet] for sheet in sheets],
    }


def _describe(block: Block) -> Data:
    if isinstance(block, Together):
        inside = [_describe(each) for each in block.blocks]
        return {"kind": block.kind, "blocks": inside, "fits": len(repr(block)) < _ONE_PAGE}
    data: Data = {"kind": block.kind, **asdict(block)}
    if isinstance(block, Text) and not (block.language.isascii() and 2 <= len(block.language) <= 3):
        data["language"] = ""
    return data
