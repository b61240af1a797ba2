"""The bundled case in every format, as `docs/examples` shows it: `python -m tests.export.examples` writes it anew."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from copytrail import compare
from copytrail.case_files import bundled_cases
from copytrail.export import FORMATS
from copytrail.trail import trace

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
_PACKED = (".docx", ".xlsx", ".zip")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, data in make_examples():
        (FOLDER / name).write_bytes(data)


def make_examples() -> Iterator[tuple[str, bytes]]:
    """Every file by its name: one article in every format, then the whole case."""
    case = bundled_cases()[0]
    original = case.original.read()
    comparisons = trace([compare(original, each.read()) for each in case.derivatives])
    for name, form in FORMATS.items():
        if name != "zip":
            yield f"article{form.suffix}", form.render(comparisons[:1])
    for name in ("pdf", "zip"):
        yield f"case{FORMATS[name].suffix}", FORMATS[name].render(comparisons)


def unpack(name: str, data: bytes) -> dict[str, bytes]:
    """The file, or where it is packed what is in it: how tightly it was packed differs with the zlib of a machine."""
    if not name.endswith(_PACKED):
        return {name: data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = [unpack(each, archive.read(each)) for each in archive.namelist()]
    return {f"{name}/{member}": held for each in inside for member, held in each.items()}


if __name__ == "__main__":
    main()
