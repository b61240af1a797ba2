"""The bars of every article, drawn as SVG: words, letters and patterns say what the colours say."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from copytrail.display.naming import count, shorten
from copytrail.display.page import name_document
from copytrail.display.summary import Bar, BarPart, build_bars, say_verdict
from copytrail.export.options import Colours
from copytrail.export.text_blocks import list_sources
from copytrail.export.xml_text import clean
from copytrail.measures import measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

Element: TypeAlias = "etree._Element"  # noqa: SLF001 - it has no public name
NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH, _EDGE, _HEAD, _ROW, _BAR = 1200, 40, 110, 165, 44
"""In the units of the picture; a slide is 1200 of them wide."""
_FONTS = "Inter, 'Libertinus Serif', Arial, sans-serif"
_INK, _PAPER = "#1d1c1a", "#ffffff"
_FILLS = {
    Colours.LIGHT: {"c": "#cfe2fb", "e": "#cdeee6", "p": "#e4dbf7", "a": "#ffe3b8"},
    Colours.PRINT: {"c": "#ffffff", "e": "#ffffff", "p": "#ffffff", "a": "#ffffff"},
}
_SIGNS = {"c": "", "e": "dots", "p": "dashes", "a": "hatched"}
"""The pattern of each label, which a grey printer keeps."""
_LONGEST_NAME = 80


def draw(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One bar for each article, with its parts in words; the same bytes every time."""
    height = _HEAD + _ROW * len(comparisons) + _EDGE
    release = name_document(comparisons[0].original, "Release")
    rows = [(name_document(each.derivative, "Article"), _tell(each), _find_bar(each)) for each in comparisons]
    spoken = " ".join(f"{name}: {said} {bar.spoken}" for name, said, bar in rows)
    root = _make(
        "svg",
        _make("title", text=f"What {count(len(rows), 'article')} took from “{release}”", id="title"),
        _make("desc", text=spoken, id="desc"),
        _make("metadata", text=tell_source(comparisons, options)),
        _define_patterns(),
        _make("rect", width=WIDTH, height=height, fill=_PAPER),
        _write(f"What {count(len(rows), 'article')} took from", _EDGE, 48, size=20),
        _write(f"“{shorten(release, _LONGEST_NAME)}”", _EDGE, 82, size=26, weight="bold"),
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        **{"aria-labelledby": "title desc", "font-family": _FONTS},
    )
    for number, (name, said, bar) in enumerate(rows):
        root.extend(_draw_row(name, said, bar, top=_HEAD + _ROW * number, fills=_FILLS[options.colours]))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def tell_source(comparisons: tuple[Comparison, ...], options: ExportOptions) -> str:
    """Where the picture comes from, for whoever looks into the file."""
    return "\n".join(line for each in comparisons for line in list_sources(each, options))


def _find_bar(comparison: Comparison) -> Bar:
    return build_bars(measure(comparison), comparison.thresholds.verbatim_words)[0]


def _tell(comparison: Comparison) -> str:
    return say_verdict(comparison, measure(comparison))


def _draw_row(name: str, said: str, bar: Bar, *, top: int, fills: Mapping[str, str]) -> Iterator[Element]:
    yield _write(shorten(name, _LONGEST_NAME), _EDGE, top + 22, size=20, weight="bold")
    for part in bar.parts:
        yield from _draw_part(part, top + 36, fills)
    yield _write(bar.spoken, _EDGE, top + 104, size=16)
    yield _write(said, _EDGE, top + 126, size=16)


def _draw_part(part: BarPart, top: int, fills: Mapping[str, str]) -> Iterator[Element]:
    """A part with its fill, its pattern, and its letter and share where there is room for them."""
    span = WIDTH - 2 * _EDGE
    left, width = _EDGE + span * part.start / 100, span * part.width / 100
    if not width:
        return
    place = {"x": f"{left:.1f}", "y": str(top), "width": f"{width:.1f}", "height": str(_BAR)}
    yield _make("rect", **place, fill=fills[part.css], stroke=_INK, **{"stroke-width": "1.5"})
    if _SIGNS[part.css]:
        yield _make("rect", **place, fill=f"url(#{_SIGNS[part.css]})")
    words = {"wide": f"{part.letter} {part.share}", "middle": f"{part.letter} {part.share}", "narrow": part.letter}
    if part.room in words:
        shown = words[part.room]
        middle, plate = left + width / 2, 11 * len(shown) + 12
        under = {"x": f"{middle - plate / 2:.1f}", "y": str(top + 9), "width": str(plate), "height": "26"}
        yield _make("rect", **under, rx=4, fill=fills[part.css])
        yield _write(shown, middle, top + 29, size=19, weight="bold", anchor="middle")


def _define_patterns() -> Element:
    lines = {"dots": "M2 2h2v2h-2z", "dashes": "M0 3h5", "hatched": "M0 8L8 0"}
    return _make(
        "defs",
        *(
            _make(
                "pattern",
                _make("path", d=path, stroke=_INK, fill=_INK if name == "dots" else "none", opacity="0.35"),
                id=name,
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )
            for name, path in lines.items()
        ),
    )


def _write(words: str, left: float, top: int, *, size: int, weight: str = "normal", anchor: str = "start") -> Element:
    kinds = {"font-size": str(size), "font-weight": weight, "text-anchor": anchor}
    return _make("text", text=words, x=f"{left:.1f}", y=top, fill=_INK, **kinds)


def _make(tag: str, *children: Element, text: str = "", **attributes: object) -> Element:
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})
    for name, value in attributes.items():
        element.set(name, clean(str(value)))
    element.text = clean(text) or None
    element.extend(children)
    return element
