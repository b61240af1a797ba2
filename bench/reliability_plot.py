"""A reliability diagram as SVG, readable on light and dark pages and without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from bench.reliability import Bin

_SIDE, _LEFT, _TOP, _WIDTH, _HEIGHT = 360, 64, 24, 640, 448
_LEGEND = _LEFT + _SIDE + 24
_STEPS = range(0, 11, 2)
_ENOUGH = 5
"""A bin of fewer matches is marked, but the line does not follow it."""
_STYLE = """
  .page { fill: #ffffff } text { fill: #1d2327; font: 14px system-ui, sans-serif }
  .grid { stroke: #c9d0d6 } .even { stroke: #59636b; stroke-dasharray: 5 4 }
  .s0 { fill: #a3480f; stroke: #a3480f } .s1 { fill: #0b5c8a; stroke: #0b5c8a }
  polyline.s0, polyline.s1 { fill: none; stroke-width: 2 } polyline.s1 { stroke-dasharray: 2 4 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #14181b } text { fill: #e4e8eb } .grid { stroke: #39424a } .even { stroke: #9aa5ad }
    .s0 { fill: #f2a56b; stroke: #f2a56b } .s1 { fill: #7cc4ee; stroke: #7cc4ee }
    polyline.s0, polyline.s1 { fill: none }
  }
"""


def draw_reliability(series: Mapping[str, Sequence[Bin]]) -> str:
    """The share of right matches over their scores, one line for each of two series; marks grow with the count."""
    shapes = [shape for number, bins in enumerate(series.values()) for shape in _draw_series(number, bins)]
    legend = [shape for number, name in enumerate(series) for shape in _draw_legend(number, name)]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        "<title>Share of right matches by score</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="page" width="{_WIDTH}" height="{_HEIGHT}"/>',
        *_draw_axes(),
        *shapes,
        *legend,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _draw_axes() -> Iterator[str]:
    """The grid with its numbers, what the axes are, and the line on which scores are true."""
    bottom, right = _TOP + _SIDE, _LEFT + _SIDE
    for step in _STEPS:
        x, y, name = _across(step / 10), _up(step / 10), f"{step / 10:.1f}"
        yield f'<path class="grid" d="M{x} {_TOP}V{bottom}M{_LEFT} {y}H{right}"/>'
        yield f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{name}</text>'
        yield f'<text x="{_LEFT - 8}" y="{y + 5}" text-anchor="end">{name}</text>'
    yield f'<path class="even" d="M{_LEFT} {bottom}L{right} {_TOP}"/>'
    yield f'<text x="{_across(0.5)}" y="{bottom + 46}" text-anchor="middle">score</text>'
    yield f'<text transform="translate(18 {_up(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>'


def _draw_series(number: int, bins: Sequence[Bin]) -> Iterator[str]:
    """One series: a line through its bins, and on each bin a mark that says its count when pointed at."""
    points = " ".join(f"{_across(one.score)},{_up(one.right)}" for one in bins if one.count >= _ENOUGH)
    yield f'<polyline class="s{number}" points="{points}"/>'
    for one in bins:
        title = f"<title>{one.count} matches, score {one.score:.2f}, right {one.right:.2f}</title>"
        yield _draw_mark(number, _across(one.score), _up(one.right), 3 + sqrt(one.count) / 3, title)


def _draw_mark(number: int, x: float, y: float, size: float, title: str = "") -> str:
    """A disc for the first series, a square for the second."""
    if number == 0:
        return f'<circle class="s0" cx="{x}" cy="{y}" r="{size:.1f}">{title}</circle>'
    corner, side = f'x="{x - size:.1f}" y="{y - size:.1f}"', f'width="{2 * size:.1f}" height="{2 * size:.1f}"'
    return f'<rect class="s{number}" {corner} {side}>{title}</rect>'


def _draw_legend(number: int, name: str) -> Iterator[str]:
    """The name of a series beside its mark."""
    y = _TOP + 24 + 28 * number
    yield _draw_mark(number, _LEGEND, y - 5, 6)
    yield f'<text x="{_LEGEND + 16}" y="{y}">{name}</text>'


def _across(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _up(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)
