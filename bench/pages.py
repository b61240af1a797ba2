"""How well the article of a web page is found, beside trafilatura alone.

    python -m bench.pages FOLDER [FOLDER...]

A folder holds pages as `name.html` and the text of each as `name.txt`, a paragraph on each line, as people
marked it. Measured as the public benchmark of article extraction does it: the runs of four words of the text,
counted as often as they occur, each page weighing the same. What is measured here served to develop the rules:
development data, which says little about other pages.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trafilatura import extract

from copytrail.errors import CopytrailError
from copytrail.intake.documents import make_document
from copytrail.intake.from_html import extract_html
from copytrail.model import ParagraphKind

_RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """What share of a page's text and of the answer was right, wrong and missing."""

    right: float
    wrong: float
    missing: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and their harmonic mean over pages."""

    precision: float
    recall: float

    @property
    def both(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def read_page(data: bytes) -> str:
    """The text that Copytrail would compare, without furniture."""
    document = make_document(extract_html(data))
    kept = (p.span.of(document.text) for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE)
    return "\n".join(kept)


def read_plainly(data: bytes) -> str:
    """The text by trafilatura alone."""
    return extract(data, include_comments=False) or ""


def compare_runs(answer: str, gold: str) -> Found:
    """How many runs of words two texts share."""
    given, wanted = _count_runs(answer), _count_runs(gold)
    right = (given & wanted).total()
    wrong, missing = (given - wanted).total(), (wanted - given).total()
    total = max(1, right + wrong + missing)
    return Found(right / total, wrong / total, missing / total)


def score_pages(folder: Path, read: Callable[[bytes], str]) -> dict[str, Found]:
    """Each page of a folder by its name."""
    found = {}
    for path in sorted(folder.glob("*.html")):
        try:
            answer = read(path.read_bytes())
        except CopytrailError:
            answer = ""
        found[path.stem] = compare_runs(answer, path.with_suffix(".txt").read_text(encoding="utf-8"))
    return found


def sum_up(pages: Sequence[Found]) -> Scores:
    """The scores over pages that weigh the same."""
    right, wrong, missing = (sum(getattr(page, name) for page in pages) for name in ("right", "wrong", "missing"))
    return Scores(right / max(right + wrong, 1e-9), right / max(right + missing, 1e-9))


def main(arguments: Sequence[str]) -> None:
    """Prints a table for each folder."""
    print("Development data.\n\n| Pages | Method | F1 | Precision | Recall | Processor time (ms) |")
    print("|---|---|--:|--:|--:|--:|")
    for folder in map(Path, arguments):
        for name, read in (("Copytrail", read_page), ("trafilatura", read_plainly)):
            found = score_pages(folder, read)
            scores = sum_up(tuple(found.values()))
            pace = statistics.median(_time(path, read) for path in folder.glob("*.html"))
            figures = f"{scores.both:.3f} | {scores.precision:.3f} | {scores.recall:.3f} | {pace * 1000:.0f}"
            print(f"| {folder.name} ({len(found)}) | {name} | {figures} |")


def _count_runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1)))


def _time(path: Path, read: Callable[[bytes], str]) -> float:
    data = path.read_bytes()
    start = time.process_time()
    with suppress(CopytrailError):
        read(data)
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
