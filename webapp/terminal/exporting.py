"""`copytrail export`: a stored case, or a saved comparison, to a file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from copytrail.cli.exporting import add_export_options, check_terminal, guess_format, read_export_options
from copytrail.cli.progress import Progress
from copytrail.cli.streams import check_output, write
from copytrail.codec import load_comparisons
from copytrail.errors import CopytrailError, UnreadableInput
from copytrail.export import FORMATS, render
from copytrail.model import Comparison
from webapp.faults import UnknownArticle
from webapp.terminal.workplace import add_workplace_options, open_workplace


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `export`."""
    parser.description = (
        "Write a stored case, one of its articles, or a comparison that was saved as JSON, in another format. "
        "The file is the same that the page gives for the same choices."
    )
    parser.epilog = """examples:
  copytrail export 3kQ9xZ -o report.pdf --without-names
  copytrail export result.json -o result.docx"""
    parser.add_argument("case", metavar="WHAT", help="the id of a case, or a JSON file (- for standard input)")
    parser.add_argument("--article", metavar="N", type=int, default=0, help="only this article, counted from 1")
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        dest="format_name",
        help="the form of the result; without it the ending of FILE decides, else it is text",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE, not to standard output")
    add_workplace_options(parser)
    add_export_options(parser)
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    check_output(options.output, [options.case])
    name = options.format_name or guess_format(options.output)
    choices = read_export_options(options)
    check_terminal(FORMATS[name], options.output)
    FORMATS[name].check(choices)
    write(render(_find_comparisons(options), name, choices), options.output)
    return 0


def _find_comparisons(options: Namespace) -> Iterable[Comparison]:
    if options.case == "-" or Path(options.case).is_file():
        return _load(options)
    return _walk(options)


def _walk(options: Namespace) -> Iterator[Comparison]:
    """The comparisons of a case one after the other, or the one that is asked for."""
    with open_workplace(options) as place:
        case_id = place.find_case(options.case)
        if options.article:
            yield place.services.open_comparison(case_id, options.article).noted
        else:
            count = len(place.services.open_case(case_id).articles)
            with Progress("articles", count, quiet=place.quiet) as progress:
                for record in place.services.walk_comparisons(case_id):
                    yield record.noted
                    progress.count()


def _load(options: Namespace) -> tuple[Comparison, ...]:
    called = "standard input" if options.case == "-" else options.case
    try:
        data = sys.stdin.buffer.read() if options.case == "-" else Path(options.case).read_bytes()
        found = load_comparisons(data)
    except OSError as error:
        raise UnreadableInput(f"{called}: The file cannot be opened ({error.strerror}).") from error
    except CopytrailError as error:
        raise type(error)(f"{called}: {error}") from error
    if options.article > len(found) or options.article < 0:
        raise UnknownArticle
    return (found[options.article - 1],) if options.article else found
