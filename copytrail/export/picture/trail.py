"""The trail of a case, drawn as SVG: a column for each article in the order of dates, a line for each shared addition.

A dot says that an article holds the addition, a large one that it is the first by its date; numbers and words say all
that the dots say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from copytrail.display.naming import count, shorten
from copytrail.display.trail import list_rows, order_articles, suggest_ways, tell_rows
from copytrail.export.options import Colours
from copytrail.export.picture.elements import (
    EDGE,
    INK,
    LONGEST_NAME,
    PAPER,
    WIDTH,
    Element,
    frame,
    make,
    serialise,
    write,
)

if TYPE_CHECKING:
    from copytrail.display.trail import TrailArticle, TrailRow
    from copytrail.export.options import ExportOptions

MOST_ROWS, MOST_COLUMNS, MOST_WAYS, MOST_NAMES = 12, 24, 4, 12
"""More than these are counted, not drawn."""
NOTE = "What articles share and the release lacks may come from one of them or from a third text; none of it is proof."
_NOTHING = "No addition stands in more than one article."
_KEY = "A dot: the article holds the addition; a ring: it is the first that does, by its date where it has one."
_LEFT, _TOP, _ROW, _LINE = 640, 150, 38, 26
_DOTS = {Colours.LIGHT: "#1f5fbf", Colours.PRINT: INK}


def draw_trail(release: str, articles: Sequence[TrailArticle], options: ExportOptions, source: str) -> bytes:
    """The drawing; the same bytes every time."""
    rows = list_rows(articles)
    shown = rows[:MOST_ROWS]
    held = {each.number: each for row in shown for each in row.holders}
    columns = order_articles(tuple(held.values()))[:MOST_COLUMNS]
    below = [*_list_below(rows, held, columns)]
    top = _TOP + _ROW * len(shown) + 20 if shown else _TOP - 40
    title = f"Additions that {count(len(articles), 'article')} share, and “{release}” lacks"
    spoken = " ".join((*tell_rows(shown), *below))
    root = frame(title, spoken, source, top + _LINE * len(below) + EDGE)
    root.append(
        write(f"Additions that {count(len(articles), 'article')} share, and the release lacks", EDGE, 48, size=20)
    )
    root.append(write(f"“{shorten(release, LONGEST_NAME)}”", EDGE, 82, size=26, weight="bold"))
    places = _place(columns)
    for each in columns:
        root.append(write(str(each.number), places[each.number], _TOP - 28, size=16, weight="bold", anchor="middle"))
    for number, row in enumerate(shown):
        root.extend(_draw_row(row, _TOP + _ROW * number, places, _DOTS[options.colours]))
    for number, line in enumerate(below):
        root.append(write(line, EDGE, top + _LINE * number + 16, size=16))
    return serialise(root)


def _place(columns: Sequence[TrailArticle]) -> dict[int, float]:
    """Where each article stands, by its number."""
    step = min(60.0, (WIDTH - EDGE - _LEFT) / max(1, len(columns)))
    return {each.number: _LEFT + step * (place + 0.5) for place, each in enumerate(columns)}


def _draw_row(row: TrailRow, top: int, places: Mapping[int, float], fill: str) -> Iterator[Element]:
    yield write(row.opening, EDGE, top + 6, size=16)
    dots = [places[each.number] for each in row.holders if each.number in places]
    if not dots:
        return
    line = {"x1": f"{min(dots):.1f}", "x2": f"{max(dots):.1f}", "y1": str(top), "y2": str(top)}
    yield make("line", **line, stroke=INK, **{"stroke-width": "2"})
    for number, left in enumerate(dots):
        size, weight = (11, "3") if number == 0 else (7, "1.5")
        inside = PAPER if number == 0 else fill
        yield make("circle", cx=f"{left:.1f}", cy=top, r=size, fill=inside, stroke=fill, **{"stroke-width": weight})


def _list_below(
    rows: Sequence[TrailRow], held: Mapping[int, TrailArticle], columns: Sequence[TrailArticle]
) -> Iterator[str]:
    """What stands under the drawing: names and dates, what is suggested, and what is not drawn."""
    if not rows:
        yield _NOTHING
        return
    yield _KEY
    for each in columns[:MOST_NAMES]:
        yield f"{each.number}: {shorten(each.name, LONGEST_NAME)}, {each.published or 'no date'}"
    ways = suggest_ways(rows)
    yield from ways[:MOST_WAYS]
    hidden = (
        (len(rows) - MOST_ROWS, "addition"),
        (len(held) - len(columns), "article"),
        (len(ways) - MOST_WAYS, "suggestion"),
    )
    for more, name in hidden:
        if more > 0:
            yield f"Not drawn: {count(more, f'more {name}')}."
    yield NOTE
