"""The bars of every article, drawn as SVG: words, letters and patterns say what the colours say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.naming import count, shorten
from copytrail.display.page import name_document
from copytrail.display.summary import Bar, BarPart, build_bars, say_verdict
from copytrail.export.options import Colours
from copytrail.export.picture.elements import EDGE, INK, LONGEST_NAME, WIDTH, Element, frame, make, serialise, write
from copytrail.export.text_blocks import list_sources
from copytrail.measures import measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

_HEAD, _ROW, _BAR = 110, 165, 44
_FILLS = {
    Colours.LIGHT: {"c": "#cfe2fb", "e": "#cdeee6", "p": "#e4dbf7", "a": "#ffe3b8"},
    Colours.PRINT: {"c": "#ffffff", "e": "#ffffff", "p": "#ffffff", "a": "#ffffff"},
}
_SIGNS = {"c": "", "e": "dots", "p": "dashes", "a": "hatched"}
"""The pattern of each label, which a grey printer keeps."""


def draw_bars(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One bar for each article, with its parts in words; the same bytes every time."""
    height = _HEAD + _ROW * len(comparisons) + EDGE
    release = name_document(comparisons[0].original, "Release")
    rows = [(name_document(each.derivative, "Article"), _tell(each), _find_bar(each)) for each in comparisons]
    spoken = " ".join(f"{name}: {said} {bar.spoken}" for name, said, bar in rows)
    title = f"What {count(len(rows), 'article')} took from “{release}”"
    root = frame(title, spoken, tell_source(comparisons, options), height)
    root.append(_define_patterns())
    root.append(write(f"What {count(len(rows), 'article')} took from", EDGE, 48, size=20))
    root.append(write(f"“{shorten(release, LONGEST_NAME)}”", EDGE, 82, size=26, weight="bold"))
    for number, (name, said, bar) in enumerate(rows):
        root.extend(_draw_row(name, said, bar, top=_HEAD + _ROW * number, fills=_FILLS[options.colours]))
    return serialise(root)


def tell_source(comparisons: tuple[Comparison, ...], options: ExportOptions) -> str:
    """Where the picture comes from, for whoever looks into the file."""
    return "\n".join(line for each in comparisons for line in list_sources(each, options))


def _find_bar(comparison: Comparison) -> Bar:
    return build_bars(measure(comparison), comparison.thresholds.verbatim_words)[0]


def _tell(comparison: Comparison) -> str:
    return say_verdict(comparison, measure(comparison))


def _draw_row(name: str, said: str, bar: Bar, *, top: int, fills: Mapping[str, str]) -> Iterator[Element]:
    yield write(shorten(name, LONGEST_NAME), EDGE, top + 22, size=20, weight="bold")
    for part in bar.parts:
        yield from _draw_part(part, top + 36, fills)
    yield write(bar.spoken, EDGE, top + 104, size=16)
    yield write(said, EDGE, top + 126, size=16)


def _draw_part(part: BarPart, top: int, fills: Mapping[str, str]) -> Iterator[Element]:
    """A part with its fill, its pattern, and its letter and share where there is room for them."""
    span = WIDTH - 2 * EDGE
    left, width = EDGE + span * part.start / 100, span * part.width / 100
    if not width:
        return
    place = {"x": f"{left:.1f}", "y": str(top), "width": f"{width:.1f}", "height": str(_BAR)}
    yield make("rect", **place, fill=fills[part.css], stroke=INK, **{"stroke-width": "1.5"})
    if _SIGNS[part.css]:
        yield make("rect", **place, fill=f"url(#{_SIGNS[part.css]})")
    words = {"wide": f"{part.letter} {part.share}", "middle": f"{part.letter} {part.share}", "narrow": part.letter}
    if part.room in words:
        shown = words[part.room]
        middle, plate = left + width / 2, 11 * len(shown) + 12
        under = {"x": f"{middle - plate / 2:.1f}", "y": str(top + 9), "width": str(plate), "height": "26"}
        yield make("rect", **under, rx=4, fill=fills[part.css])
        yield write(shown, middle, top + 29, size=19, weight="bold", anchor="middle")


def _define_patterns() -> Element:
    lines = {"dots": "M2 2h2v2h-2z", "dashes": "M0 3h5", "hatched": "M0 8L8 0"}
    return make(
        "defs",
        *(
            make(
                "pattern",
                make("path", d=path, stroke=INK, fill=INK if name == "dots" else "none", opacity="0.35"),
                id=name,
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )
            for name, path in lines.items()
        ),
    )
