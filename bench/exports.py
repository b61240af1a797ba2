"""How long exports take and how much memory: a comparison of thirty pages, and a case of many articles.

`python -m bench.exports [ARTICLES]`
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Iterable

from bench.large import make_articles
from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.export import FORMATS
from copytrail.export.options import MOST_IN_PDF
from copytrail.model import Comparison
from copytrail.trail import trace

ROUNDS = 3
PAGES = 30
WORDS_ON_PAGE = 400
"""What a page of a press release holds."""


def main() -> None:
    measure_long()
    measure_case(int(sys.argv[1]) if len(sys.argv) > 1 else 200)


def measure_long() -> None:
    """Every format of one comparison of thirty pages."""
    comparison = make_long()
    words = [each.index.count(0, len(each.text)) for each in (comparison.original, comparison.derivative)]
    print(f"release {words[0]:,} words, article {words[1]:,} words")
    for name in FORMATS:
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            data = FORMATS[name].render((comparison,))
            times.append(time.perf_counter() - begun)
        print(f"{name:12} {statistics.median(times):6.2f} s, first {times[0]:6.2f} s {len(data) / 1000:8,.0f} kB")


def make_long() -> Comparison:
    """A release of thirty pages and an article from it: the bundled texts over and over, their words changed each time.

    A quarter of the paragraphs is left out, one word of twenty-five another, and some sentences are new.
    """
    rolls = random.Random(2)
    case = bundled_cases()[0]
    paragraphs = [each for text in (case.original, *case.derivatives) for each in text.data.decode().split("\n\n")]
    words = [word for each in paragraphs for word in each.split()]
    release: list[str] = []
    while sum(len(each.split()) for each in release) < PAGES * WORDS_ON_PAGE:
        changed = [word if rolls.random() > 0.3 else rolls.choice(words) for word in rolls.choice(paragraphs).split()]
        release.append(" ".join(changed))
    article = [_edit(each, words, rolls) for each in release if rolls.random() > 0.25]
    return compare(read_plain("\n\n".join(release), id="original"), read_plain("\n\n".join(article), id="article-1"))


def _edit(paragraph: str, words: list[str], rolls: random.Random) -> str:
    edited = [word if rolls.random() > 0.04 else rolls.choice(words) for word in paragraph.split()]
    added = " ".join(rolls.choice(words) for _ in range(15)).capitalize()
    return f"{' '.join(edited)} {added}." if rolls.random() > 0.7 else " ".join(edited)


def measure_case(articles: int) -> None:
    """The zip file of a case, compared one article after the other as it is made, and the pages of a part of it."""
    original = read_plain(bundled_cases()[0].original.data, id="original")
    texts = enumerate(make_articles(articles), 1)
    derivatives = [read_plain(each.content, id=f"article-{n}", title=each.title or "") for n, each in texts]
    _measure("zip", (compare(original, each) for each in derivatives))
    _measure("pdf", trace([compare(original, each) for each in derivatives[:MOST_IN_PDF]]))


def _measure(name: str, comparisons: Iterable[Comparison]) -> None:
    """One file of a case; what is compared one after the other is compared within the time."""
    begun = time.perf_counter()
    size = len(FORMATS[name].render(comparisons))
    taken = time.perf_counter() - begun
    print(f"case {name:7} {taken:6.1f} s {size / 1e6:8.1f} MB, peak {_find_peak():,.0f} MB")


def _find_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
