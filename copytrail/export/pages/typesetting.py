"""Data set on pages by one of the programs in this folder: tagged PDF (PDF/UA-1), fonts inside, nothing fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import typst

from copytrail.display.visible import show_unseen
from copytrail.export.pages.data import map_words
from copytrail.export.pages.letters import is_covered, spell_out

_POINTS_PER_INCH = 144
_NOWHERE = "/nonexistent"
"""Where typst may look for packages: nowhere, so that it never asks a network for one."""


def set_pages(program: str, data: object) -> bytes:
    """The pages; the same bytes every time on the same machine, on any where the embedded fonts are enough."""
    seen = map_words(data, show_unseen)
    text = json.dumps(seen, ensure_ascii=False)
    if is_covered(text):
        return _typeset(program, text, fallback=False)
    try:
        return _typeset(program, text, fallback=True)
    except typst.TypstError:
        return _typeset(program, json.dumps(map_words(seen, spell_out), ensure_ascii=False), fallback=False)


def set_picture(drawing: str) -> bytes:
    """A drawing (SVG) as a picture of points (PNG); the same bytes every time on the same machine."""
    compiler = typst.Compiler(
        input=_read_program("picture.typ"),
        font_paths=_find_fonts(system=not is_covered(drawing)),
        ignore_system_fonts=is_covered(drawing),
        package_path=_NOWHERE,
        package_cache_path=_NOWHERE,
        sys_inputs={"drawing": drawing},
    )
    made = compiler.compile(format="png", ppi=_POINTS_PER_INCH)
    return made if isinstance(made, bytes) else b""


def _typeset(program: str, text: str, *, fallback: bool) -> bytes:
    """The data on pages, with the fonts of the machine where these are wanted."""
    compiler = typst.Compiler(
        input=_read_program(program),
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
def _read_program(name: str) -> bytes:
    return files("copytrail").joinpath("export", "pages", name).read_bytes()
