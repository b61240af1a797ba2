"""`copytrail batch`: a file of pairs to a file of results."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.batch import Earlier, compare_lines, read_earlier, remaining_lines
from copytrail.cli.progress import Progress, shows_progress
from copytrail.cli.streams import check_output
from copytrail.errors import CopytrailError
from copytrail.pairs import FIELDS, PairOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


SOME_FAILED = 1
_SECONDS_BETWEEN_LINES = 5.0


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `batch`."""
    parser.description = (
        "Compare the pairs in a file, one JSON object a line, and write one line for each. A bad line gives a line "
        "with an error; a stopped run goes on when it is started again."
    )
    parser.epilog = """examples:
  copytrail batch pairs.jsonl -o results.jsonl --fields blocks,summary
  copytrail batch pairs.jsonl -o all.jsonl --jobs 2 --progress 2> batch.log"""
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
    telling = parser.add_mutually_exclusive_group()
    telling.add_argument("--progress", action="store_true", help="say how far it is into a file or a pipe, too")
    telling.add_argument("--quiet", action="store_true", help="do not say how far it is, nor how it ended")
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
        telling = _Telling(total, earlier, options)
        with options.output.open("r+b" if options.output.exists() else "wb") as results, telling.progress:
            results.seek(earlier.end)
            results.truncate()
            lines = remaining_lines(pairs, earlier.done)
            for result in compare_lines(lines, pair_options, jobs=options.jobs):
                results.write(result.content)
                results.flush()
                telling.count(failed=result.failed)
    telling.end()
    return SOME_FAILED if telling.failed else 0


def _read_earlier(output: Path, pair_options: PairOptions) -> Earlier:
    try:
        return read_earlier(output, pair_options)
    except CopytrailError as error:
        raise type(error)(f"{output}: {error}") from error


class _Telling:
    """Says on standard error how far the run is: as a bar on a terminal, elsewhere in lines, where that was asked for.

    How it ended is always one line, unless all shall be quiet.
    """

    def __init__(self, total: int, earlier: Earlier, options: Namespace) -> None:
        self.failed = earlier.failed
        done = earlier.done.total()
        self.progress = Progress("pairs done", total, done=done, quiet=options.quiet)
        self._is_quiet: bool = options.quiet
        self._in_lines = options.progress and not shows_progress()
        self._next = time.monotonic() + _SECONDS_BETWEEN_LINES
        if done and not options.quiet:
            print(f"{done} of {total} pairs have their result already.", file=sys.stderr)

    def count(self, *, failed: bool) -> None:
        """One more result; says so now and then."""
        self.failed += failed
        self.progress.count(self._say_failed())
        if self._in_lines and self.progress.done < self.progress.total and time.monotonic() >= self._next:
            self._report()
            self._next = time.monotonic() + _SECONDS_BETWEEN_LINES

    def end(self) -> None:
        """Say how it ended."""
        if not self._is_quiet:
            self._report()

    def _report(self) -> None:
        done, total = self.progress.done, self.progress.total
        print(f"{done} of {total} pairs done{self._say_failed()}.", file=sys.stderr, flush=True)

    def _say_failed(self) -> str:
        return f", {self.failed} failed" if self.failed else ""
