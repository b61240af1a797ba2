"""The installed command: the engine's verbs, and those of the web application and its database."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copytrail.cli import Verb, build_parser, join_verbs, run_command

if TYPE_CHECKING:
    from webapp.fetching import Fetched

VERBS = join_verbs(
    Verb("export", "write a stored case, or a saved comparison, to a file", "webapp.terminal.exporting:add_arguments"),
    Verb("case", "list, make and change the stored cases", "webapp.terminal.case:add_arguments"),
    Verb("serve", "run the web application", "webapp.serving_commands:add_serve"),
    Verb("demo", "open the bundled case in the web application", "webapp.serving_commands:add_demo"),
    Verb("backup", "write everything, or one case, to a single file", "webapp.keeping_commands:add_backup"),
    Verb("restore", "read a backup back", "webapp.keeping_commands:add_restore"),
    Verb("delete-due", "delete the cases whose day has come", "webapp.keeping_commands:add_delete_due"),
    Verb("user", "make and change accounts", "webapp.people.command:add_user"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process."""
    return run_command(VERBS, arguments, fetch=_fetch_page)


def make_parser() -> argparse.ArgumentParser:
    """The parser with all verbs of the engine and of the web application."""
    return build_parser(VERBS, fetch=_fetch_page)


def _fetch_page(url: str) -> Fetched:
    """What stands at an address that the command line was given."""
    from webapp import visiting  # noqa: PLC0415 - not before it is needed

    return visiting.fetch_page(url)


if __name__ == "__main__":
    sys.exit(main())
