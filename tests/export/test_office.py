"""Word documents in LibreOffice: what is left when a reader accepts all changes there, or rejects them."""

from __future__ import annotations

import io
from collections import Counter

import docx
import pytest

from copytrail import compare
from copytrail.case_files import bundled_cases
from copytrail.export import FORMATS
from copytrail.model import Comparison
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts
from tests.export.office import settle
from tests.export.test_to_docx import list_matched, list_words

RAIN = "It rained all day on them and nobody came to see."
PAIRS = {
    "tail": ([FIRST, SECOND], [f"{FIRST} {RAIN}", NEW, NEW.swapcase()]),
    "both": ([FIRST, SECOND, THIRD], [f"{FIRST} {RAIN}", f"Nobody, however, came. {SECOND} {RAIN}", f"So: {THIRD}"]),
    "gone": ([f"{FIRST[:-1]} and all their masons.", f"Yet t{SECOND[1:]}"], [FIRST, SECOND]),
    "signs": ([FIRST[:-1], f"“{SECOND}”"], [f"{FIRST[:-1]}!", f"‘{SECOND}’"]),
    "moved": ([FIRST, SECOND, THIRD], [THIRD, FIRST, NEW, SECOND]),
}


def collect() -> dict[str, Comparison]:
    case = bundled_cases()[0]
    original = case.original.read()
    bundled = {f"article{number}": compare(original, each.read()) for number, each in enumerate(case.derivatives, 1)}
    return bundled | {name: compare_texts(*texts) for name, texts in PAIRS.items()}


@pytest.fixture(scope="module")
def comparisons():
    return collect()


@pytest.fixture(scope="module")
def settled(comparisons, tmp_path_factory):
    written = {name: FORMATS["docx"].render((each,)) for name, each in comparisons.items()}
    return settle(tmp_path_factory.mktemp("office"), written)


def read_article(data: bytes) -> list[str]:
    """The paragraphs between the line that explains the changes and the heading behind them."""
    paragraphs = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    first = next(place for place, text in enumerate(paragraphs) if text.startswith("The article with every change"))
    last = next(place for place, text in enumerate(paragraphs) if text.startswith("Left out of the release"))
    return [text.strip() for text in paragraphs[first + 1 : last] if text.strip()]


def test_accepting_all_there_gives_the_article(comparisons, settled):
    for name, comparison in comparisons.items():
        expected = [each.span.of(comparison.derivative.text) for each in comparison.derivative.paragraphs]

        assert [each.split() for each in read_article(settled[name].accepted)] == [each.split() for each in expected]


def test_rejecting_all_there_gives_the_matched_words(comparisons, settled):
    for name, comparison in comparisons.items():
        rejected = " ".join(read_article(settled[name].rejected))

        assert Counter(list_words(rejected)) == Counter(list_matched(comparison))


def test_kept_paragraphs_stay_apart_there(settled):
    assert read_article(settled["tail"].rejected) == [FIRST]
    assert [each.split()[:3] for each in read_article(settled["both"].rejected)] == [
        each.split()[:3] for each in (FIRST, SECOND, THIRD)
    ]


def test_comments_are_found_there(comparisons, settled):
    shown = docx.Document(io.BytesIO(settled["article1"].accepted)).comments

    assert [each.paragraphs[0].text for each in shown] == [
        "Claim stronger than the release",
        "Quotation given to another speaker",
    ]
