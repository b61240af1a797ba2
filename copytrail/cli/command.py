"""The `copytrail` command: its parser, and what becomes of errors."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from copytrail.cli import batch, compare, lesson, read
from copytrail.errors import CopytrailError
from copytrail.version import VERSION

if TYPE_CHECKING:
    from copytrail.cli.verbs import Verbs
    from copytrail.files import Fetch

BAD_USE = 2
_STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The engine alone, without the web application."""
    return run_command(build_parser(), arguments)


def build_parser(*more: Callable[[Verbs], None], fetch: Fetch | None = None) -> argparse.ArgumentParser:
    """The parser with the engine's verbs; each of `more` adds others, and `fetch` opens addresses."""
    parser = argparse.ArgumentParser(
        prog="copytrail",
        description="Hold a release against articles written from it: what was copied, reworded, added, left out.",
        epilog="Exit codes: 0 done, 1 some lines of a batch failed, 2 bad use or unreadable input.",
    )
    parser.add_argument("--version", action="version", version=f"copytrail {VERSION}")
    parser.set_defaults(fetch=fetch)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add_verb in (compare.add_verb, batch.add_verb, read.add_verb, lesson.add_verb, *more):
        add_verb(verbs)
    return parser


def run_command(parser: argparse.ArgumentParser, arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and give the exit code; what goes wrong is one sentence on standard error."""
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except CopytrailError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _complain(f"{error.filename or 'writing'}: {error.strerror or error}")
    except KeyboardInterrupt:
        print("copytrail: stopped.", file=sys.stderr)
        return _STOPPED


def _complain(message: str) -> int:
    print(f"copytrail: {message}", file=sys.stderr)
    return BAD_USE
