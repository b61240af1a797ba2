"""The `copytrail` command: its parser, and what becomes of errors."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from copytrail.cli.verbs import ENGINE_VERBS, Formatter, Verb
from copytrail.errors import CopytrailError
from copytrail.version import VERSION

if TYPE_CHECKING:
    from copytrail.files import Fetch

BAD_USE = 2
_STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The engine alone, without the web application."""
    return run_command(ENGINE_VERBS, arguments)


def build_parser(
    verbs: Sequence[Verb] = ENGINE_VERBS, *, asked: Collection[str] | None = None, fetch: Fetch | None = None
) -> argparse.ArgumentParser:
    """The parser with these verbs, or with the arguments of those asked for only; `fetch` opens addresses."""
    parser = argparse.ArgumentParser(
        prog="copytrail",
        description="Hold a release against articles written from it: what was copied, reworded, added, left out.",
        epilog="Exit codes: 0 done, 1 done in part, 2 bad use or unreadable input, 130 stopped.\n"
        "copytrail COMMAND --help says more of a command, with examples.",
        formatter_class=Formatter,
    )
    parser.add_argument("--version", action="version", version=f"copytrail {VERSION}")
    parser.set_defaults(fetch=fetch, verbs=verbs)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for verb in verbs:
        verb.add(commands, asked=asked)
    return parser


def run_command(verbs: Sequence[Verb], arguments: Sequence[str] | None = None, *, fetch: Fetch | None = None) -> int:
    """Run what the arguments ask for and give the exit code; what goes wrong is one sentence on standard error."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        options = build_parser(verbs, asked=given[:1], fetch=fetch).parse_args(given)
        code = int(options.run(options))
        sys.stdout.flush()
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
    return code


def _complain(message: str) -> int:
    print(f"copytrail: {message}", file=sys.stderr)
    return BAD_USE
