"""The quality kit: texts with gold that do not belong to the project, in a folder that QUALITY_KIT names."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def find_kit() -> Path:
    """The folder of the kit; ends the program with one sentence where there is none."""
    folder = Path(os.environ.get("QUALITY_KIT", ""))
    if not os.environ.get("QUALITY_KIT") or not (folder / "score.py").is_file():
        sys.exit("Set QUALITY_KIT to the folder that holds score.py and dev/: make quality QUALITY_KIT=...")
    return folder


def read_pairs(kit: Path, name: str) -> Iterator[Json]:
    """The pairs of a set: id, original, derivative."""
    return read_lines(kit / "dev" / f"{name}.pairs.jsonl.gz")


def read_gold(kit: Path, name: str) -> dict[str, Json]:
    """The gold of a set by id."""
    return {line["id"]: line for line in read_lines(kit / "dev" / f"{name}.gold.jsonl.gz")}


def read_lines(path: Path) -> Iterator[Json]:
    """The objects of a file of JSON lines, packed or not."""
    for line in read_packed(path):
        yield json.loads(line)


def read_packed(path: Path) -> Iterator[str]:
    """The lines of a file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from lines
