"""Worksheets as one HTML file to print."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from copytrail.display.visible import show_unseen
from copytrail.export.environment import make_environment, read_style
from copytrail.export.options import Paper
from copytrail.export.pages.data import map_words
from copytrail.export.worksheet.blocks import Block
from copytrail.export.worksheet.paged import describe_sheets
from copytrail.teaching import Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetPage:
    """What the template gets."""

    title: str
    style: str
    policy: str
    sheets: object
    """The same data as on pages, with hidden signs written out."""


def print_sheets(sheets: tuple[tuple[Block, ...], ...], lesson: Lesson, paper: Paper) -> bytes:
    """The file; the same bytes every time."""
    style = f"{read_style('worksheet.css')}\n@page {{ size: {paper.value.capitalize()}; }}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    data = describe_sheets(sheets, lesson, paper)
    shown = map_words(data["sheets"], show_unseen)
    page = WorksheetPage(title=show_unseen(str(data["title"])), style=style, policy=policy, sheets=shown)
    template = make_environment().get_template("export/worksheet.html")
    return template.render(page=page).encode("utf-8", errors="replace")
