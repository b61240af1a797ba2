"""Texts as they come when somebody copies a whole page: between menus, bylines, links and comment forms.

The lines are invented (`pages.toml`); every kind has several wordings, and some are such
as no list of known lines holds.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

from bench.mutations.changes import Change, Source
from bench.mutations.sentences import Piece, as_pieces, compose, lay_out

_PAGES = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))
_PLACES = ("foot", "between", "top")
"""From the end to the beginning, so that what was put in moves nothing that is still to come."""
_WHOLE = "whole page"
_SHARE = 0.7
"""So many of the kinds stand on a whole page."""


def wrap_in_page(source: Source, choose: Random) -> Change | None:
    """Lines of a page stand above, between and under the text: one kind of them, or most."""
    pieces = as_pieces(source.text, lay_out(source.text))
    if len(pieces) < 2:
        return None
    page = _PAGES[source.language]
    way = choose.choice([_WHOLE, *(kind for place in _PLACES for kind in page[place])])
    for place in _PLACES:
        for kind, wordings in reversed(page[place].items()):
            if way == kind or (way == _WHOLE and choose.random() < _SHARE):
                row = {"foot": len(pieces), "between": choose.randint(1, len(pieces) - 1), "top": 0}[place]
                pieces[row:row] = [[Piece(line, is_marked=True)] for line in choose.choice(wordings)]
    return compose(pieces, way)
