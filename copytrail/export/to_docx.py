"""Comparisons as a Word document: the article with tracked changes and comments, or both texts side by side.

Each article begins with the report's opening and ends with ledgers and provenance. What was left out of the release
stands after the text, because tracked changes hold only what the article has to do with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.links import find_paragraph
from copytrail.display.visible import show_line
from copytrail.export.options import ExportOptions, Layout
from copytrail.export.report import Part, make_parts, name_file
from copytrail.export.report.blocks import Heading, Line
from copytrail.export.word.body import BodyWriter, Counters, refer
from copytrail.export.word.chapters import write_blocks, write_heading, write_line
from copytrail.export.word.comments import Comment, make_comments
from copytrail.export.word.container import Contents, pack
from copytrail.export.word.markup import Element, make
from copytrail.export.word.styles import make_styles
from copytrail.model import Label
from copytrail.passages import tile_original

if TYPE_CHECKING:
    from copytrail.model import Comparison

HOW_TO_READ = (
    "The article with every change against the release. Accepting all changes gives the article; rejecting all gives "
    "the words of the release that it uses, in the article’s order, what was moved after the words it follows in the "
    "release. The edge of a paragraph says what most of it is; findings stand in the margin."
)


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The document; the same bytes every time."""
    parts = make_parts(comparisons, options)
    counters = Counters()
    body: list[Element] = []
    comments: list[tuple[int, Comment]] = []
    for comparison, part in zip(comparisons, parts, strict=True):
        is_tracked = bool(part.texts) and options.layout is Layout.CHANGES
        writer = BodyWriter(comparison, counters, options.made) if is_tracked else None
        comments += writer.comments if writer else ()
        body += _write_part(comparison, part, writer)
    contents = Contents(
        title=name_file(parts),
        body=tuple(body),
        comments=make_comments(comments),
        styles=make_styles(options.colours),
        paper=options.paper,
        made=options.made,
    )
    return pack(contents)


def _write_part(comparison: Comparison, part: Part, writer: BodyWriter | None) -> Iterator[Element]:
    yield from write_blocks(part.opening)
    if writer:
        yield _write_head(writer)
        yield write_line(Line(text=HOW_TO_READ))
        yield from writer.write()
        yield from write_blocks(tuple(_list_left_out(comparison)))
    else:
        yield from write_blocks(part.texts)
    yield from write_blocks(part.ledgers)
    yield from write_blocks(part.sources)


def _write_head(writer: BodyWriter) -> Element:
    """The heading over the text, with the comments that are about all of it."""
    head = write_heading("The article", 2)
    for number, _ in writer.whole:
        head.insert(1, make("commentRangeStart", id=number))
        head.extend(refer(number))
    return head


def _list_left_out(comparison: Comparison) -> Iterator[Heading | Line]:
    """Everything of the release that the article does not use, in the release's order."""
    left = [each for each in tile_original(comparison) if each.label is Label.LEFT_OUT]
    yield Heading(f"Left out of the release · {len(left):,}")
    for passage in left:
        words = passage.span.of(comparison.original.text)
        start = passage.span.start + len(words) - len(words.lstrip())
        yield Line(lead=f"R{find_paragraph(comparison.original, start)}", text=show_line(words))
