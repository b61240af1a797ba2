"""Reads damaged PDFs in a process of its own: `python tests/intake/fuzz_pdf.py COUNT`.

A native library may end the process, which the caller then sees; any error that is no sentence of ours is raised.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from copytrail.errors import CopytrailError
from copytrail.intake.from_pdf import extract_pdf
from tests.intake.pdfs import lock, make_columns, make_paragraphs, make_raw, make_with_margins

TEXT = "BT /F1 10 Tf 72 700 Td (The council opened the bridge on Monday.) Tj ET 0 g 70 497 90 12 re f"
GOOD = (
    make_raw(TEXT),
    make_raw("q 595 0 0 842 0 0 cm /Im1 Do Q BT 3 Tr /F1 10 Tf 72 500 Td (recognised words) Tj ET"),
    make_columns(2, make_paragraphs(8)),
    make_with_margins(3, "Annual report", "{}"),
    lock(make_raw(TEXT), user=""),
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changed, left out, doubled or put elsewhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        start = chance.randrange(len(changed) or 1)
        end = min(len(changed), start + chance.choice((1, 1, 4, 60)))
        changed[start:end] = chance.choice(
            (
                bytes(chance.randrange(256) for _ in range(end - start)),
                b"",
                bytes(changed[start:end]) * 3,
                str(chance.choice((-1, 0, 2**31, 10**12))).encode(),
                chance.choice((b"/", b"<<", b">>", b"[", b" R ", b"endobj", b" Tj ", b" cm ", b"nan")),
            )
        )
    return bytes(changed)


def main(count: int) -> None:
    """Reads so many damaged files."""
    for seed in range(count):
        chance = random.Random(seed)
        try:
            extract_pdf(mutate(chance.choice(GOOD), chance))
        except CopytrailError:
            continue
    print(f"{count} read or refused")


if __name__ == "__main__":
    main(int(sys.argv[1]))
