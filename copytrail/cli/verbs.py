"""What each verb adds itself to: the subcommands of a parser."""

from __future__ import annotations

import argparse
from typing import TypeAlias

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""The type that `add_subparsers` returns, for annotations."""
