"""The engine's verbs on the command line, one module each: they parse, call and print."""

from copytrail.cli.command import build_parser, main, run_command
from copytrail.cli.verbs import ENGINE_VERBS, Verb, join_verbs

__all__ = ["ENGINE_VERBS", "Verb", "build_parser", "join_verbs", "main", "run_command"]
