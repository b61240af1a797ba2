"""What must come out of the bundled case, as a reader finds it."""

from functools import cache

import pytest

from copytrail import Comparison, Label, compare
from copytrail.case_files import bundled_cases
from copytrail.measures import measure
from copytrail.model import Derivation, ParagraphKind, Span
from copytrail.passages import tile_derivative, tile_original

CONTENT_FARM, LAW_FIRM, NEWS_REPORT, YEAR_BEFORE = range(4)


@cache
def comparison_with(article: int) -> Comparison:
    case = bundled_cases()[0]
    return compare(case.original.read(), case.derivatives[article].read())


def labels_of(comparison: Comparison, words: str) -> set[Label]:
    start = comparison.derivative.text.index(words)
    return labels_in(comparison, Span(start, start + len(words)))


def labels_in(comparison: Comparison, span: Span) -> set[Label]:
    return {passage.label for passage in tile_derivative(comparison) if passage.span.overlaps(span)}


def source_of(comparison: Comparison, words: str) -> str:
    start = comparison.derivative.text.index(words)
    match = next(m for m in comparison.matches if m.derivative.overlaps(Span(start, start + len(words))))
    return " ".join(span.of(comparison.original.text) for span in match.original)


def furniture_of(comparison: Comparison) -> list[str]:
    document = comparison.derivative
    return [p.span.of(document.text) for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]


def test_content_farm_is_mostly_verbatim_and_reworked() -> None:
    words = measure(comparison_with(CONTENT_FARM)).derivative

    assert words.verbatim >= 0.46 * words.words
    assert words.copied + words.edited >= 0.5 * words.words


def test_content_farm_verbatim_words_are_copied_or_edited() -> None:
    comparison = comparison_with(CONTENT_FARM)

    for span in comparison.verbatim:
        assert labels_in(comparison, span) <= {Label.COPIED, Label.EDITED}


@pytest.mark.parametrize(
    "words",
    [
        "Historical Background and Key Stakeholders",
        "dating back to the 2003 invasion",
        "during the US-led occupation",
        "Iraqi President Barham Salih and Prime Minister Mohammed Shia Al-Sudani have played key roles",
        "the defeat of ISIS",
        "(next 6 months)",
        "(5–10 years)",
    ],
)
def test_invented_history_and_forecasts_are_added(words: str) -> None:
    assert labels_of(comparison_with(CONTENT_FARM), words) == {Label.ADDED}


def test_content_farm_quotations_are_copied() -> None:
    comparison = comparison_with(CONTENT_FARM)

    assert labels_of(comparison, "We will continue to use innovative foreign policy approaches") == {Label.COPIED}
    assert labels_of(comparison, "As someone who served in Iraq") == {Label.COPIED}
    assert labels_of(comparison, "This visit reinforces the strength") == {Label.COPIED}


def test_tense_change_is_an_edit() -> None:
    comparison = comparison_with(CONTENT_FARM)

    assert labels_of(comparison, "has strengthened its border security and tackled illegal migration") == {Label.EDITED}
    assert source_of(comparison, "has strengthened").startswith("The UK is bolstering")


def test_dropped_figures_are_left_out() -> None:
    comparison = comparison_with(CONTENT_FARM)

    left_out = "".join(
        p.span.of(comparison.original.text) for p in tile_original(comparison) if p.label is Label.LEFT_OUT
    )
    assert all(figure in left_out for figure in ("£800,000", "14%", "35,000", "50%", "30%"))


def test_page_furniture_is_told_from_text() -> None:
    assert furniture_of(comparison_with(CONTENT_FARM)) == [
        "Sunday, November 16, 2025",
        "Top 5 This Week",
        "Related Posts",
        "LEAVE A REPLY",
        "Please enter your comment!",
        "Please enter your name here",
        "Popular Articles",
    ]
    assert furniture_of(comparison_with(LAW_FIRM))[0] == "Contact us"
    assert any("79%" in line for line in furniture_of(comparison_with(NEWS_REPORT)))
    assert any("£210m" in line for line in furniture_of(comparison_with(NEWS_REPORT)))
    assert furniture_of(comparison_with(YEAR_BEFORE))[:2] == ["2 min read", "28 November, 2024"]


def test_law_firm_is_derived_by_paraphrase() -> None:
    measures = measure(comparison_with(LAW_FIRM))

    assert measures.derivation is Derivation.PARTLY_DERIVED
    assert 0.01 <= measures.derivative.verbatim / measures.derivative.words <= 0.03


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("By working together on security", "By working together on security"),
        ("This visit reinforces", "This visit reinforces"),
        ("As someone who served in Iraq", "As someone who served in Iraq"),
        ("number of Iraqis arriving", "The number of Iraqi nationals arriving"),
    ],
)
def test_news_report_pairs_across_its_order(words: str, source: str) -> None:
    assert source_of(comparison_with(NEWS_REPORT), words).startswith(source)


def test_news_report_shows_what_moved() -> None:
    comparison = comparison_with(NEWS_REPORT)
    moved = [m.derivative.of(comparison.derivative.text) for m in comparison.matches if m.moved]

    assert any(words.startswith("By working together") for words in moved)
    assert labels_of(comparison, "trust and co-operation we’ve built") == {Label.COPIED}


def test_news_report_statement_of_another_party_is_added() -> None:
    assert labels_of(comparison_with(NEWS_REPORT), "Labour has surrendered our borders") == {Label.ADDED}


def test_article_of_the_year_before_is_not_derived() -> None:
    measures = measure(comparison_with(YEAR_BEFORE))

    assert measures.derivation is Derivation.NON_DERIVED
    assert any("same subject" in reason for reason in measures.reasons)
