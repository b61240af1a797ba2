"""Claims that became stronger, weaker or the opposite, as rows: both wordings in their sentences, side by side."""

from __future__ import annotations

from copytrail.display.findings import number_findings
from copytrail.display.ledger.facts import FactLine, show_fact_side
from copytrail.display.ledger.places import Texts
from copytrail.display.ledger.sections import Section
from copytrail.display.ledger.wording import CLAIM_NOTE, CLAIM_OUTCOMES, NO_CLAIMS, NOT_THERE, begin
from copytrail.display.naming import count, shorten
from copytrail.display.pieces import Side
from copytrail.display.visible import show_line
from copytrail.model import Finding

_LONGEST = 60
"""In characters: so much of a wording stands for the claim."""


def show_claims(texts: Texts) -> Section[FactLine]:
    """The claims worth checking, in the order of the article."""
    findings = [each for _, each in number_findings(texts.comparison) if each.kind in CLAIM_OUTCOMES]
    lines = tuple(_show_row(texts, number, finding) for number, finding in enumerate(findings, start=1))
    return Section(
        key=texts.name_section("claims"),
        title="Claims",
        count=count(len(lines), "row"),
        note=CLAIM_NOTE if lines else "",
        filters=(),
        rows=lines,
        quiet="" if lines else NO_CLAIMS,
        head="Claim",
    )


def _show_row(texts: Texts, number: int, finding: Finding) -> FactLine:
    """One claim with both sides."""
    check = texts.checks.find((finding.kind,), finding.derivative, finding.original)
    wordings = [shorten(show_line(words), _LONGEST) for words in (finding.expected, finding.found) if words]
    return FactLine(
        anchor=texts.name_row("claim", number),
        kind="",
        value=" → ".join(f"“{words}”" for words in wordings),
        outcome=begin(CLAIM_OUTCOMES[finding.kind]),
        check=check,
        release=show_fact_side(texts, Side.ORIGINAL, finding.original, check),
        article=show_fact_side(texts, Side.DERIVATIVE, finding.derivative, check),
        missing=NOT_THERE,
    )
