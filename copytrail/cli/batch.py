"""`copytrail batch`: a file of pairs to a file of results."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.batch import Earlier, compare_lines, read_earlier, remaining_lines
from copytrail.cli.streams import check_output
from copytrail.errors import CopytrailError
from copytrail.pairs import FIELDS, PairOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


SOME_FAILED = 1
_SECONDS_BETWEEN_REPORTS = 5.0
_SECONDS_ON_TERMINAL = 0.2


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `batch`."""
    parser.description = (
        "Compare the pairs in a file, one JSON object a line, and write one line for each. A bad line gives a line "
        "with an error; a stopped run goes on when it is started again."
    )
    parser.epilog = """examples:
  copytrail batch pairs.jsonl -o results.jsonl --fields blocks,summary"""
    parser.add_argument("pairs", metavar="PAIRS", type=Path, help='lines {"id", "original", "derivative"}')
    parser.add_argument("-o", "--output", metavar="RESULTS", type=Path, required=True, help="the file of results")
    parser.add_argument("--jobs", metavar="N", type=_count, default=1, help="work in N processes (1)")
    parser.add_argument(
        "--fields",
        metavar="NAMES",
        type=_fields,
        default=FIELDS,
        help=f"keep only these fields, separated by commas, of: {', '.join(FIELDS)}",
    )
    parser.add_argument("--quiet", action="store_true", help="do not say how far it is")
    parser.set_defaults(run=_run)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("give a whole number from 1 up")
    return int(text)


def _fields(text: str) -> tuple[str, ...]:
    asked = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in asked if name not in {*FIELDS, "id", "schema"}]
    if unknown or not asked:
        raise argparse.ArgumentTypeError(
            f"no such field: {', '.join(unknown) or text!r}; there are {', '.join(FIELDS)}"
        )
    return tuple(name for name in FIELDS if name in asked)


def _run(options: Namespace) -> int:
    check_output(options.output, [str(options.pairs)])
    pair_options = PairOptions(folder=options.pairs.parent, fields=options.fields)
    earlier = _read_earlier(options.output, pair_options)
    with options.pairs.open("rb") as pairs:
        total = sum(1 for line in pairs if line.strip())
        pairs.seek(0)
        progress = _Progress(total, earlier, quiet=options.quiet)
        with options.output.open("r+b" if options.output.exists() else "wb") as results:
            results.seek(earlier.end)
            results.truncate()
            lines = remaining_lines(pairs, earlier.done)
            for result in compare_lines(lines, pair_options, jobs=options.jobs):
                results.write(result.content)
                results.flush()
                progress.count(failed=result.failed)
    progress.report(last=True)
    return SOME_FAILED if progress.failed else 0


def _read_earlier(output: Path, pair_options: PairOptions) -> Earlier:
    try:
        return read_earlier(output, pair_options)
    except CopytrailError as error:
        raise type(error)(f"{output}: {error}") from error


class _Progress:
    """Says on standard error how far the run is, rewriting its line on a terminal."""

    def __init__(self, total: int, earlier: Earlier, *, quiet: bool) -> None:
        self._quiet = quiet
        self.total = total
        self.done = earlier.done.total()
        self.failed = earlier.failed
        self._terminal = sys.stderr.isatty()
        self._pause = _SECONDS_ON_TERMINAL if self._terminal else _SECONDS_BETWEEN_REPORTS
        self._next = time.monotonic() + self._pause
        if self.done and not quiet:
            print(f"{self.done} of {total} pairs have their result already.", file=sys.stderr)

    def count(self, *, failed: bool) -> None:
        """One more result; reports now and then."""
        self.done += 1
        self.failed += failed
        if time.monotonic() >= self._next:
            self.report()
            self._next = time.monotonic() + self._pause

    def report(self, *, last: bool = False) -> None:
        """Say how many are done."""
        if self._quiet:
            return
        failed = f", {self.failed} failed" if self.failed else ""
        start, end = ("\r", "\n" if last else "") if self._terminal else ("", "\n")
        print(f"{start}{self.done} of {self.total} pairs done{failed}.", end=end, file=sys.stderr, flush=True)
