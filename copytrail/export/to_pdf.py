"""Comparisons as a PDF that can be read aloud (PDF/UA-1): tagged, with bookmarks, running heads and page numbers.

Fonts are those inside typst. A text with characters that these lack is set with the fonts of the machine; what no font
has is written as its number, because a PDF that can be read aloud holds no empty boxes.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import typst

from copytrail.display.visible import show_unseen
from copytrail.export.pages.data import describe, map_words
from copytrail.export.pages.letters import is_covered, spell_out
from copytrail.export.report import make_parts, name_file

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

_NOWHERE = "/nonexistent"
"""Where typst may look for packages: nowhere, so that it never asks a network for one."""


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The pages; the same bytes every time on the same machine, on any where the embedded fonts are enough."""
    parts = make_parts(comparisons, options)
    data = map_words(describe(parts, name_file(parts), options), show_unseen)
    text = json.dumps(data, ensure_ascii=False)
    if is_covered(text):
        return _typeset(text, fallback=False)
    try:
        return _typeset(text, fallback=True)
    except typst.TypstError:
        return _typeset(json.dumps(map_words(data, spell_out), ensure_ascii=False), fallback=False)


def _typeset(text: str, *, fallback: bool) -> bytes:
    """The data on pages, with the fonts of the machine where these are wanted."""
    compiler = typst.Compiler(
        input=_read_program(),
        font_paths=_find_fonts(system=fallback),
        ignore_system_fonts=not fallback,
        package_path=_NOWHERE,
        package_cache_path=_NOWHERE,
        sys_inputs={"data": text, "fallback": "yes" if fallback else ""},
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    return made if isinstance(made, bytes) else b""


@cache
def _find_fonts(*, system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system)


@cache
def _read_program() -> bytes:
    return files("copytrail").joinpath("export", "pages", "report.typ").read_bytes()
