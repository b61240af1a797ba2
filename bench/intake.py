"""How long it takes to read a file, format by format: `python -m bench.intake`.

Each file is made here and read several times; the shortest time counts. The last column is what a user waits for: the
file read in the process with limits, once that stands ready, and cut into a document.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from time import perf_counter, process_time

from copytrail.confinement import extract_confined
from copytrail.intake.documents import make_document
from copytrail.intake.formats import FORMATS
from tests.intake.office import build_docx, paragraph
from tests.intake.pdfs import make_columns, make_paragraphs

_TIMES = 5


def _make_pdf(columns: int, paragraphs: int) -> Callable[[], bytes]:
    return lambda: make_columns(columns, make_paragraphs(paragraphs, 60))


def _make_page() -> bytes:
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60))
    text = "".join(f'<p class="text">{each}</p>' for each in make_paragraphs(25, 40))
    more = "".join(f'<div class="teaser"><h3><a href="/a{n}">Another story {n}</a></h3></div>' for n in range(30))
    return (
        f"<!doctype html><html lang=en><head><title>Bridge opens</title></head><body><nav><ul>{links}</ul></nav>"
        f"<main><article><h1>Bridge opens</h1>{text}</article><aside>{more}</aside></main>"
        f"<footer>{links}</footer></body>"
    ).encode()


def _make_docx() -> bytes:
    return build_docx("".join(map(paragraph, make_paragraphs(25, 40))))


FILES: dict[str, tuple[str, Callable[[], bytes], float]] = {
    "web page, 1,000 words": ("html", _make_page, 0.06),
    "Word, 1,000 words": ("docx", _make_docx, 0.06),
    "PDF, 30 pages": ("pdf", _make_pdf(1, 315), 2.0),
    "PDF, 30 pages of two columns": ("pdf", _make_pdf(2, 350), 2.0),
}
"""What is read: the format, what makes the file, and the goal in seconds."""


def main() -> None:
    """Prints a table in Markdown."""
    print(f"Python {platform.python_version()}, {platform.machine()}.\n")
    print("| File | kB | words | extract, processor | document, processor | in all, clock | Goal |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for title, (name, make, goal) in FILES.items():
        data = make()
        extract = _time(lambda data=data, name=name: FORMATS[name].extract(data), process_time)
        document = make_document(FORMATS[name].extract(data))
        made = _time(lambda data=data, name=name: make_document(FORMATS[name].extract(data)), process_time)
        waited = _time(lambda data=data, name=name: make_document(extract_confined(data, FORMATS[name])), perf_counter)
        times = " | ".join(f"{1000 * seconds:,.0f} ms" for seconds in (extract, made, waited, goal))
        print(f"| {title} | {len(data) // 1000:,} | {len(document.text.split()):,} | {times} |", flush=True)


def _time(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """The shortest time of several."""
    spent = []
    for _ in range(_TIMES):
        start = clock()
        work()
        spent.append(clock() - start)
    return min(spent)


if __name__ == "__main__":
    main()
