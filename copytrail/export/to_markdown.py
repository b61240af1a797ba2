"""Comparisons as Markdown for editors and chat: the report, with the article's passages behind their letters.

Words of a text are escaped wherever Markdown could take them for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import SIGN
from copytrail.display.naming import LETTERS
from copytrail.display.visible import show_unseen
from copytrail.export.report import make_parts
from copytrail.export.report.blocks import Bars, Beside, Block, Columns, Entry, Heading, Line, Run, Table, Told

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_BEGINNINGS = re.compile(r"^([-+=]|\d+(?=[.)]))")
"""What would begin a list or a heading at the start of a line."""


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The reports one after the other."""
    parts = ("\n".join(_write(part.blocks)).strip() for part in make_parts(comparisons, options))
    return ("\n\n---\n\n".join(parts) + "\n").encode("utf-8", "backslashreplace")


def escape(words: str) -> str:
    r"""Words that stay what they are on one line, whatever reads the file.

    >>> escape("# <b>x</b> a_b"), escape("- 1. one"), escape("2026. Done")
    ('\\# \\<b\\>x\\</b\\> a\\_b', '\\- 1. one', '2026\\. Done')
    """
    shown = _SIGNS.sub(r"\\\1", " ".join(show_unseen(words).split()))
    begun = _BEGINNINGS.match(shown)
    if not begun:
        return shown
    end = begun.end()
    return f"{shown[:end]}\\{shown[end:]}" if begun.group().isdigit() else f"\\{shown}"


def _write(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _write_block(block)
        yield ""


def _write_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escape(block.text)}"
    elif isinstance(block, Line):
        yield _write_line(block)
    elif isinstance(block, Entry):
        yield f"**{block.number}. {escape(block.name)}.** {escape(block.why)}"
        yield from (line for quote in block.quotes for line in ("", f"> {_write_line(quote)}"))
        yield from ["", f"_{escape(block.said)}_"] if block.said else ()
    elif isinstance(block, Bars):
        yield from (line for bar in block.bars for line in (f"{escape(bar.name)}: {escape(bar.spoken)}", ""))
    elif isinstance(block, Table):
        yield from _write_table(block)
    else:
        yield from _write_columns(block)


def _write_line(line: Line) -> str:
    return f"**{escape(line.lead)}** {escape(line.text)}" if line.lead else escape(line.text)


def _write_table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escape, table.columns))} |"
    yield f"|{'---|' * len(table.columns)}"
    yield from (f"| {' | '.join(map(escape, row))} |" for row in table.rows)


def _write_columns(columns: Columns) -> Iterator[str]:
    """The rows with the article first and the release quoted under it."""
    for row in columns.rows:
        yield f"**{escape(LETTERS[row.label])} {escape(row.headline)}**"
        yield ""
        yield from _write_side(row, row.article, "")
        yield from _write_side(row, row.release, "> ")


def _write_side(row: Beside, side: tuple[Told, ...], quote: str) -> Iterator[str]:
    for told in side:
        yield f"{quote}**{escape(told.name)}** {''.join(map(_write_run, told.runs))}"
        yield ""
    if not side and row.missing:
        yield f"{quote}_{escape(row.missing)}_"
        yield ""


def _write_run(run: Run) -> str:
    """Words behind the letter of their label, what changed in italics."""
    letter = f"**\\[{escape(LETTERS[run.label])}\\]** " if run.opens and run.label else ""
    hand = f"{SIGN} by hand " if run.by_hand else ""
    words = run.words
    inner = escape(words)
    shown = f"_{inner}_" if run.changed and inner else inner
    before, after = " " * words[:1].isspace(), " " * (words[-1:].isspace() and bool(words.strip()))
    findings = "".join(f" **\\[\\! {number}\\]**" for number in run.findings)
    return f"{before}{letter}{hand}{shown}{findings}{after}"
