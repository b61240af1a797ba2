"""One format read by atheris from ever new bytes: `python -m fuzz.intake FORMAT -max_total_time=60 [FOLDER]`.

Whatever is neither a text nor one of our own sentences ends the run and is kept as a file `crash-...`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["copytrail"]):
    from copytrail.errors import EmptyText, UnreadableInput
    from copytrail.intake.documents import make_document
    from copytrail.intake.formats import FORMATS, Format

from tests.intake.samples import read_samples


def main() -> None:
    """Fuzzes the format that the first argument names, from its samples on; the rest is libFuzzer's."""
    name, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for number, sample in enumerate(read_samples()[name]):
            (Path(folder) / f"sample-{number}").write_bytes(sample)
        with atheris.instrument_imports(include=["copytrail"]):
            FORMATS[name].load()
        arguments = ["-timeout=10", "-rss_limit_mb=1000", "-max_len=20000", *options, folder]
        atheris.Setup([sys.argv[0], *arguments], lambda data: read_or_refuse(FORMATS[name], data))
        atheris.Fuzz()


def read_or_refuse(kind: Format, data: bytes) -> None:
    """Reads the bytes as far as they can be read."""
    try:
        make_document(kind.extract(data))
    except (UnreadableInput, EmptyText):
        return


if __name__ == "__main__":
    main()
