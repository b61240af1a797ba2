"""Results of an earlier revision's engine beside those of the present one, over the same pairs."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIELDS = ("original", "derivative", "matches", "blocks", "passages", "summary")
"""What a line of results must hold for a report of changes."""
_RUN = "import sys; from webapp.commands import main; sys.exit(main())"
_CODE = ("copytrail", "webapp")


def run_both(revision: str, pairs: Path, folder: Path) -> tuple[Path, Path]:
    """The results of the revision's engine and of the engine as it stands, as two files in the folder."""
    earlier = folder / "revision"
    unpack_revision(revision, earlier)
    lines = folder / "lines.jsonl"
    lines.write_bytes(gzip.decompress(pairs.read_bytes()) if pairs.suffix == ".gz" else pairs.read_bytes())
    return run_engine(earlier, lines, folder / "old.jsonl"), run_engine(ROOT, lines, folder / "new.jsonl")


def unpack_revision(revision: str, folder: Path) -> None:
    """Writes the code of a revision into a folder; the checkout and its index stay as they are."""
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", revision, *_CODE]
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        sys.exit(f"There is no revision {revision}: {packed.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")


def run_engine(code: Path, pairs: Path, results: Path) -> Path:
    """Compares the pairs with the engine in a folder, in this environment; returns the file of results."""
    command = [sys.executable, "-c", _RUN, "batch", str(pairs), "-o", str(results), "--fields", ",".join(FIELDS)]
    environment = os.environ | {"PYTHONPATH": str(code)}
    subprocess.run(command, cwd=code, env=environment, check=False, stderr=subprocess.DEVNULL)
    if not results.exists():
        sys.exit(f"The engine in {code} gave no results.")
    return results
