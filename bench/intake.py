"""How long it takes to read a file, format by format, in this process: `python -m bench.intake`.

Each file is made here and read several times; the shortest time counts. What the process with limits adds to that is
measured where it is started.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from time import process_time

from copytrail.intake.documents import make_document
from copytrail.intake.formats import FORMATS
from tests.intake.pdfs import make_columns, make_paragraphs

_TIMES = 5


def _make_pdf(columns: int, paragraphs: int) -> Callable[[], bytes]:
    return lambda: make_columns(columns, make_paragraphs(paragraphs, 60))


FILES: dict[str, tuple[str, Callable[[], bytes], float]] = {
    "PDF, 30 pages": ("pdf", _make_pdf(1, 315), 2.0),
    "PDF, 30 pages of two columns": ("pdf", _make_pdf(2, 350), 2.0),
}
"""What is read: the format, what makes the file, and the goal in seconds."""


def main() -> None:
    """Prints a table in Markdown."""
    print(f"Python {platform.python_version()}, {platform.machine()}.\n")
    print("| File | kB | words | extract | document | Goal |\n|---|--:|--:|--:|--:|--:|")
    for title, (name, make, goal) in FILES.items():
        data = make()
        extracted, made = [], []
        for _ in range(_TIMES):
            start = process_time()
            extract = FORMATS[name].extract(data)
            middle = process_time()
            document = make_document(extract)
            extracted.append(middle - start)
            made.append(process_time() - start)
        words = len(document.text.split())
        times = f"{min(extracted):.2f} s | {min(made):.2f} s | {goal:.2f} s"
        print(f"| {title} | {len(data) // 1000:,} | {words:,} | {times} |", flush=True)


if __name__ == "__main__":
    main()
