"""The chapters of a report as Word paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import SIGN
from copytrail.display.naming import LETTERS
from copytrail.export.report.blocks import Bars, Block, Columns, Entry, Heading, Line, Run, Table, Told
from copytrail.export.word.body import RIGHT_TO_LEFT
from copytrail.export.word.markup import Element, make, make_run
from copytrail.export.word.styles import name_words
from copytrail.model import ParagraphKind

if TYPE_CHECKING:
    from copytrail.export.report.blocks import Beside

_WIDTH = 9000
"""Of a table, in twentieths of a point; both papers have room for it."""


def write_blocks(blocks: Sequence[Block]) -> Iterator[Element]:
    """The blocks in order."""
    for block in blocks:
        yield from write_block(block)


def write_block(block: Block) -> Iterator[Element]:
    """One block."""
    if isinstance(block, Heading):
        yield write_heading(block.text, block.level)
    elif isinstance(block, Line):
        yield write_line(block)
    elif isinstance(block, Entry):
        yield from _write_entry(block)
    elif isinstance(block, Bars):
        yield from (write_line(Line(lead=f"{bar.name}:", text=bar.spoken)) for bar in block.bars)
    elif isinstance(block, Table):
        yield from _write_table(block)
    else:
        yield from _write_columns(block)


def write_heading(text: str, level: int) -> Element:
    """A heading; every article begins a page of its own."""
    properties = make("pPr", make("pStyle", val=f"Heading{level}"))
    if level == 1:
        properties.append(make("pageBreakBefore"))
    return make("p", properties, make_run(text))


def write_line(line: Line) -> Element:
    """A paragraph in our own words."""
    paragraph = make("p")
    if line.lead:
        paragraph.append(make_run(f"{line.lead} ", make("b")))
    paragraph.append(make_run(line.text))
    return paragraph


def _write_entry(entry: Entry) -> Iterator[Element]:
    yield write_line(Line(lead=f"{entry.number}. {entry.name}.", text=entry.why))
    yield from (make_all_indented(write_line(quote)) for quote in entry.quotes)
    if entry.said:
        yield make_all_indented(write_line(Line(text=entry.said)))


def make_all_indented(paragraph: Element) -> Element:
    """The paragraph, set in under the one before it."""
    paragraph.insert(0, make("pPr", make("ind", left=480)))
    return paragraph


def _write_table(table: Table) -> Iterator[Element]:
    widths = [_WIDTH * width // sum(table.widths) for width in table.widths]
    element = _begin_table(table.name, widths)
    element.append(_write_head(table.columns, widths))
    for row in table.rows:
        cells = [_write_cell([_small(make_run(cell))], width) for cell, width in zip(row, widths, strict=True)]
        element.append(make("tr", make("trPr", make("cantSplit")), *cells))
    yield element
    yield make("p")


def _begin_table(name: str, widths: Sequence[int]) -> Element:
    properties = make(
        "tblPr",
        make("tblStyle", val="CopytrailTable"),
        make("tblW", w=sum(widths), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblCaption", val=name),
    )
    return make("tbl", properties, make("tblGrid", *(make("gridCol", w=width) for width in widths)))


def _write_head(columns: Sequence[str], widths: Sequence[int]) -> Element:
    cells = [
        _write_cell([_small(make_run(name, make("b")))], width) for name, width in zip(columns, widths, strict=True)
    ]
    return make("tr", make("trPr", make("cantSplit"), make("tblHeader")), *cells)


def _write_cell(paragraphs: Sequence[Element], width: int, span: int = 1) -> Element:
    properties = make("tcPr", make("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(make("gridSpan", val=span))
    return make("tc", properties, *(paragraphs or [make("p")]))


def _small(*runs: Element) -> Element:
    return make("p", make("pPr", make("pStyle", val="Small")), *runs)


def _write_columns(columns: Columns) -> Iterator[Element]:
    """Both texts in a table: article on the left, release on the right, over each row what it is."""
    widths = [_WIDTH // 2, _WIDTH // 2]
    element = _begin_table("Both texts side by side", widths)
    element.append(_write_head(("Article", "Release"), widths))
    for row in columns.rows:
        head = _small(make_run(f"{LETTERS[row.label]}  {row.headline}", make("b")))
        properties = make("trPr", make("cantSplit"))
        element.append(make("tr", properties, _write_cell([head], 2 * widths[0], span=2)))
        element.append(make("tr", *(_write_side(told, row, widths[0]) for told in (row.article, row.release))))
    yield element
    yield make("p")


def _write_side(paragraphs: Sequence[Told], row: Beside, width: int) -> Element:
    if not paragraphs:
        return _write_cell([_small(make_run(row.missing))], width)
    return _write_cell([_write_told(told) for told in paragraphs], width)


def _write_told(told: Told) -> Element:
    properties = make("pPr", make("pStyle", val="Small"))
    if told.language in RIGHT_TO_LEFT:
        properties.append(make("bidi"))
    paragraph = make("p", properties, make_run(f"{told.name}  ", make("b")))
    for run in told.runs:
        if run.opens and run.label:
            hand = f" {SIGN} by hand" if run.by_hand else ""
            paragraph.append(make_run(f"[{LETTERS[run.label]}{hand}] ", make("b")))
        paragraph.append(_write_told_run(run, told))
        paragraph.extend(make_run(f" [! {number}]", make("b")) for number in run.findings)
    return paragraph


def _write_told_run(run: Run, told: Told) -> Element:
    """Words under their label; what changed stands in italics between brackets of its own."""
    properties = [make("rStyle", val=name_words(run.label))] if run.label else []
    if told.kind is ParagraphKind.HEADING:
        properties.append(make("b"))
    if run.changed:
        properties += [make("i"), make("bdr", val="single", sz=4, space=0, color="auto")]
    if told.language in RIGHT_TO_LEFT:
        properties.append(make("rtl"))
    if told.language not in ("", "en"):
        properties.append(make("lang", val=told.language, bidi=told.language))
    return make_run(run.words, *properties)
