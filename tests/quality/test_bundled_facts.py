"""What the fact ledger must say of the bundled case."""

from functools import cache

import pytest

from copytrail import Comparison, compare
from copytrail.case_files import bundled_cases
from copytrail.model import FactOutcome

CONTENT_FARM, LAW_FIRM, NEWS_REPORT, YEAR_BEFORE = range(4)


@cache
def comparison_with(article: int) -> Comparison:
    case = bundled_cases()[0]
    return compare(case.original.read(), case.derivatives[article].read())


def values_with(article: int, outcome: FactOutcome) -> set[str]:
    return {fact.value for fact in comparison_with(article).facts if fact.outcome is outcome}


def findings_of(article: int) -> set[tuple[str, str]]:
    kinds = ("changed", "unsupported")
    return {(f.kind, f.found) for f in comparison_with(article).findings if f.kind.split("_")[0] in kinds}


def test_content_farm_drops_its_figures() -> None:
    dropped = values_with(CONTENT_FARM, FactOutcome.DROPPED)

    assert {"800000 GBP", "14 %", "35000", "50 %", "30 %"} <= dropped


def test_content_farm_keeps_the_arrivals_and_the_trade() -> None:
    assert {"1900", "2600", "12300000000 GBP", "2025-03"} <= values_with(CONTENT_FARM, FactOutcome.SAME)
    assert findings_of(CONTENT_FARM) == set()


def test_content_farm_background_is_not_in_the_original() -> None:
    assert {"2003", "Barham Salih", "ISIS"} <= values_with(CONTENT_FARM, FactOutcome.NOT_IN_ORIGINAL)


def test_law_firm_puts_figures_into_words() -> None:
    assert {"1900", "12300000000 GBP"} <= values_with(LAW_FIRM, FactOutcome.GENERALISED)
    assert findings_of(LAW_FIRM) == set()


def test_news_report_names_somebody_else_and_another_office() -> None:
    assert findings_of(NEWS_REPORT) == {("unsupported_name", "Faud Hussein"), ("changed_title", "Home Office minister")}


def test_news_report_adds_facts_of_its_own() -> None:
    added = values_with(NEWS_REPORT, FactOutcome.NOT_IN_ORIGINAL)

    assert {"Albania", "Vietnam", "116", "XXXX-08-15", "50000"} <= added


def test_furniture_reaches_no_ledger() -> None:
    assert not any("79" in fact.value or "210" in fact.value for fact in comparison_with(NEWS_REPORT).facts)


def test_earlier_event_is_no_error() -> None:
    assert {"300000 GBP", "200000 GBP"} <= values_with(YEAR_BEFORE, FactOutcome.NOT_IN_ORIGINAL)
    assert findings_of(YEAR_BEFORE) == set()


@pytest.mark.parametrize("article", range(4))
def test_texts_held_against_themselves_raise_nothing(article: int) -> None:
    document = bundled_cases()[0].derivatives[article].read()

    assert compare(document, document).findings == ()
