"""From a comparison to its summary."""

from __future__ import annotations

from dataclasses import replace

from copytrail.display.correction_wording import say_count_by_hand
from copytrail.display.findings import say_findings
from copytrail.display.ledger.wording import ADDITION_KINDS
from copytrail.display.naming import shorten
from copytrail.display.summary import say_verdict
from copytrail.display.uptake import measure_uptake
from copytrail.display.visible import show_line
from copytrail.measures import measure
from copytrail.model import Comparison
from copytrail.trail import list_used
from webapp.summaries.values import SharedAddition, Summary

_OPENING = 160
"""In characters: so much of an addition is remembered."""
_MOST_TERMS = 60


def make_summary(comparison: Comparison) -> Summary:
    """One comparison in short, as it is after everything that people said of it."""
    measures = measure(comparison)
    return Summary(
        measures=replace(measures, reasons=()),  # they quote both texts, and no page about many shows them
        verbatim_run=comparison.thresholds.verbatim_words,
        verdict=say_verdict(comparison, measures),
        findings=say_findings(comparison),
        by_hand=say_count_by_hand(comparison),
        open_findings=sum(not finding.dismissed for finding in comparison.findings),
        uptake=measure_uptake(comparison),
        shared=_list_shared(comparison),
        used=_write_used(comparison),
    )


def _list_shared(comparison: Comparison) -> tuple[SharedAddition, ...]:
    """The additions that other articles hold, those left out that stand in a further original as well."""
    references = {reference.document.id for reference in comparison.references}
    document = comparison.derivative
    return tuple(
        SharedAddition(
            number=number,
            kind=ADDITION_KINDS[addition.kind],
            words=shorten(show_line(addition.span.of(document.text)), _OPENING),
            terms=_list_terms(comparison, number - 1),
            others=addition.also_in,
        )
        for number, addition in enumerate(comparison.additions, start=1)
        if addition.also_in and references.isdisjoint(addition.also_in)
    )


def _list_terms(comparison: Comparison, place: int) -> tuple[str, ...]:
    """The different words of an addition, in lower case."""
    index, span = comparison.derivative.index, comparison.additions[place].span
    words = dict.fromkeys(index.words[number].casefold() for number in index.between(span.start, span.end))
    return tuple(words)[:_MOST_TERMS]


def _write_used(comparison: Comparison) -> str:
    """Which words of the original the article uses."""
    return f"{sum(1 << number for number in list_used(comparison)):x}"
