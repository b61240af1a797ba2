"""The engine's verbs on the command line, one module each: they parse, call and print."""

from copytrail.cli.command import build_parser, main, run_command

__all__ = ["build_parser", "main", "run_command"]
