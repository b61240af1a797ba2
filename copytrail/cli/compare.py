"""`copytrail compare`: one original against one or more derivatives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.cli.exporting import add_export_options, check_terminal, guess_format, read_export_options
from copytrail.cli.progress import Progress
from copytrail.cli.streams import add_colour_option, add_file_options, check_output, open_document, shows_colour, write
from copytrail.errors import StandardInputTwice
from copytrail.export import FORMATS, ExportOptions
from copytrail.export.to_text import render_text
from copytrail.pipeline import compare
from copytrail.references import hold_references
from copytrail.trail import trace

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from copytrail.model import Comparison, Document


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `compare`."""
    parser.description = (
        "Compare one original with one or more derivatives: files (text, Markdown, web pages, Word, PDF and more), "
        "addresses of web pages, or - once for standard input."
    )
    parser.epilog = """examples:
  copytrail compare release.txt story.txt
  copytrail compare release.txt story.txt -o result.html"""
    parser.add_argument("original", metavar="ORIGINAL", help="the press release")
    parser.add_argument("derivatives", metavar="DERIVATIVE", nargs="+", help="an article written from it")
    parser.add_argument(
        "--reference",
        metavar="FILE",
        action="append",
        default=[],
        dest="references",
        help="a further original, an earlier release say; may be given several times",
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        dest="format_name",
        help="the form of the result; without it the ending of FILE decides, else it is text",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE, not to standard output")
    add_colour_option(parser)
    add_file_options(parser)
    add_export_options(parser)
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    inputs = [options.original, *options.derivatives, *options.references]
    if inputs.count("-") > 1:
        raise StandardInputTwice
    check_output(options.output, inputs)
    name = options.format_name or guess_format(options.output)
    choices = read_export_options(options)
    check_terminal(FORMATS[name], options.output)
    FORMATS[name].check(choices)
    original = open_document(options.original, "original", options)
    derivatives = [open_document(one, f"article-{n}", options) for n, one in enumerate(options.derivatives, start=1)]
    references = [open_document(one, f"reference-{n}", options) for n, one in enumerate(options.references, start=1)]
    comparisons = trace(_compare(original, derivatives))
    comparisons = hold_references(comparisons, references) if references else comparisons
    write(_render(comparisons, name, choices, options), options.output)
    return 0


def _compare(original: Document, derivatives: list[Document]) -> list[Comparison]:
    """Each derivative with the original, with a bar on a terminal where there are several."""
    with Progress("compared", len(derivatives)) as progress:
        comparisons = []
        for derivative in derivatives:
            comparisons.append(compare(original, derivative))
            progress.count()
    return comparisons


def _render(comparisons: tuple[Comparison, ...], name: str, choices: ExportOptions, options: Namespace) -> bytes:
    if name == "text" and not options.output and shows_colour(options.colour):
        return render_text(comparisons, choices, colour=True).encode("utf-8", "backslashreplace")
    return FORMATS[name].render(comparisons, choices)
