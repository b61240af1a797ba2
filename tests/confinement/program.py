"""The program that reads files, with one format more: a file of that format says what its reader does."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def teach_format() -> None:
    """Add the format whose files are obeyed."""
    sys.path.insert(0, str(ROOT))
    from copytrail.intake.formats import FORMATS, Format
    from tests.confinement import readers

    sys.modules["copytrail.intake.obeying"] = readers
    FORMATS["obeying"] = Format(name="obeying", title="an obeying file", endings=(), media=(), reader="obeying:obey")


if __name__ == "__main__":
    teach_format()
    runpy.run_module("copytrail.confinement.keeper", run_name="__main__")
