"""What is chosen of an export on the command line."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.errors import BadExportOption, UnknownEnding
from copytrail.export import FORMATS, Colours, ExportOptions, Format, Layout, Paper, Picture, Rows
from copytrail.export.options import LONGEST_QUOTE, SHORTEST_QUOTE, USUAL_QUOTE, split_names

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_export_options(parser: ArgumentParser) -> None:
    """Add the choices; which of them a format can honour, it says itself."""
    group = parser.add_argument_group("what is exported")
    group.add_argument("--without-notes", action="store_true", help="leave out what people wrote: reasons and notes")
    group.add_argument("--without-names", action="store_true", help="leave out who corrected and dismissed")
    group.add_argument("--findings-only", action="store_true", help="verdict, counts and findings, without the texts")
    group.add_argument(
        "--short-quotes",
        metavar="WORDS",
        nargs="?",
        type=int,
        const=USUAL_QUOTE,
        default=0,
        help="the same, and of either text never more than WORDS words on end "
        f"({SHORTEST_QUOTE} to {LONGEST_QUOTE}; {USUAL_QUOTE} without a number)",
    )
    group.add_argument(
        "--colours", choices=tuple(Colours), default=Colours.LIGHT, help="for screens, or for grey print"
    )
    group.add_argument("--paper", choices=tuple(Paper), default=Paper.A4, help="the sheets of pages (a4)")
    group.add_argument(
        "--layout",
        choices=tuple(Layout),
        default=Layout.CHANGES,
        help="in Word: tracked changes, or both texts side by side in a table (changes)",
    )
    group.add_argument(
        "--rows", choices=tuple(Rows), default=Rows.ALL, help="in CSV: everything, or rows of one kind only (all)"
    )
    group.add_argument(
        "--picture",
        choices=tuple(Picture),
        default=Picture.BARS,
        help="in SVG and PNG: the bars of each article, or what articles of a case share and the release lacks (bars)",
    )
    group.add_argument("--bom", action="store_true", help="CSV with a byte order mark, by which Excel tells UTF-8")
    group.add_argument(
        "--formats",
        metavar="NAMES",
        type=split_names,
        default=(),
        help="of a zip file, the formats in it, separated by commas (all)",
    )
    group.add_argument("--date", metavar="YYYY-MM-DD", type=_date, help="the date of the export, to stand in the file")


def read_export_options(options: Namespace) -> ExportOptions:
    """The choices as the exports take them."""
    return ExportOptions(
        notes=not options.without_notes,
        names=not options.without_names,
        findings_only=options.findings_only,
        short_quotes=options.short_quotes,
        colours=Colours(options.colours),
        paper=Paper(options.paper),
        layout=Layout(options.layout),
        rows=Rows(options.rows),
        picture=Picture(options.picture),
        bom=options.bom,
        formats=options.formats,
        made=options.date,
    )


def check_terminal(form: Format, output: Path | None) -> None:
    """Refuse to write a file of no letters to a terminal."""
    if not form.is_text and output is None and sys.stdout.isatty():
        raise BadExportOption(f"The format {form.name} is no text for a terminal: name a file with -o.")


def guess_format(output: Path | None) -> str:
    """The format that the ending of the file names; text without a file, or without an ending."""
    suffix = output.suffix.lower() if output else ""
    endings = {form.suffix: name for name, form in FORMATS.items()}
    if suffix and suffix not in endings:
        known = f"{', '.join(list(endings)[:-1])} and {list(endings)[-1]}"
        raise UnknownEnding(f"{output}: Copytrail writes {known}, not {suffix}; --format chooses one for any name.")
    return endings.get(suffix, "text")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is no date like 2026-11-22") from error
