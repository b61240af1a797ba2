"""What the ledgers of additions and omissions must say of the bundled case."""

from functools import cache

import pytest

from copytrail import Comparison, compare
from copytrail.case_files import bundled_cases
from copytrail.ledgers.passages.additions import rank_additions
from copytrail.model import Addition, AdditionKind, Loss, ParagraphKind
from copytrail.trail import suggest_trail, trace

CONTENT_FARM, LAW_FIRM, NEWS_REPORT, YEAR_BEFORE = range(4)


@cache
def comparisons() -> tuple[Comparison, ...]:
    case = bundled_cases()[0]
    original = case.original.read()
    return trace([compare(original, derivative.read()) for derivative in case.derivatives])


def addition_with(article: int, words: str) -> Addition:
    comparison = comparisons()[article]
    place = comparison.derivative.text.index(words)
    (found,) = [one for one in comparison.additions if one.span.start <= place < one.span.end]
    return found


@pytest.mark.parametrize("words", ["2003 invasion", "US-led occupation", "Barham Salih", "defeat of ISIS"])
def test_content_farm_history_is_unattributed(words: str) -> None:
    assert addition_with(CONTENT_FARM, words).kind is AdditionKind.UNATTRIBUTED


def test_content_farm_history_is_listed_first() -> None:
    first, second, *_ = rank_additions(comparisons()[CONTENT_FARM])

    assert "2003" in first.why
    assert "Barham Salih and ISIS" in second.why


@pytest.mark.parametrize("words", ["next 6 months", "5–10 years"])
def test_content_farm_forecasts_are_told_as_such(words: str) -> None:
    assert addition_with(CONTENT_FARM, words).kind is AdditionKind.FORECAST


@pytest.mark.parametrize("words", ["we guide individuals", "Our team advises", "Always use lawful routes"])
def test_law_firm_offers_are_advice(words: str) -> None:
    assert addition_with(LAW_FIRM, words).kind is AdditionKind.ADVICE


def test_law_firm_contact_block_is_furniture() -> None:
    document = comparisons()[LAW_FIRM].derivative
    furniture = [each.span.end for each in document.paragraphs if each.kind is ParagraphKind.FURNITURE]

    assert max(furniture) == document.paragraphs[-1].span.end


@pytest.mark.parametrize("words", ["Over 50,000 illegal immigrants", "restore control of Britain’s borders"])
def test_opposition_statement_is_attributed(words: str) -> None:
    addition = addition_with(NEWS_REPORT, words)

    assert addition.kind is AdditionKind.ATTRIBUTED
    assert "Chris Philp" in addition.why


@pytest.mark.parametrize("words", ["116 migrants", "Albania and Vietnam"])
def test_news_facts_are_unattributed(words: str) -> None:
    assert addition_with(NEWS_REPORT, words).kind is AdditionKind.UNATTRIBUTED


def test_content_farm_omits_five_figures() -> None:
    told = " ".join(one.why for one in comparisons()[CONTENT_FARM].omissions if Loss.FIGURE in one.lost)

    assert all(figure in told for figure in ("£800,000", "14%", "35,000", "50%", "30%"))


def test_news_report_omits_a_minister() -> None:
    told = [one.why for one in comparisons()[NEWS_REPORT].omissions if Loss.SPEAKER in one.lost]

    assert told
    assert all("Hamish Falconer, who is not named" in why for why in told)


def test_earlier_article_omits_nothing() -> None:
    assert comparisons()[YEAR_BEFORE].omissions == ()


def test_articles_of_the_case_share_nothing() -> None:
    assert not any(addition.also_in for comparison in comparisons() for addition in comparison.additions)
    assert suggest_trail(comparisons()) == ()
