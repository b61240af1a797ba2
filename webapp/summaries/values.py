"""What is remembered of a comparison for pages about many: counts, the verdict, the uptake, additions it shares.

Derived, versioned and never trusted over the comparison: where anything it is made from has changed, it is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from copytrail.display.uptake import UptakeCell
from copytrail.measures import DerivativeWords, Measures, OriginalWords
from copytrail.model import Derivation, Label

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAddition:
    """An addition that other articles of the case hold too."""

    number: int
    """Counted from 1, as the article's ledger does."""
    kind: str
    words: str
    """How it begins."""
    terms: tuple[str, ...]
    """Its different words in lower case, by which it is known in the others."""
    others: tuple[str, ...]
    """The other articles, by the names they have in the case: `article-3`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One comparison in short."""

    measures: Measures
    verbatim_run: int
    verdict: str
    findings: str
    by_hand: str
    """How much of it stands on a person's word; empty where nothing does."""
    open_findings: int
    uptake: Mapping[int, UptakeCell]
    """For each paragraph of the release what the article took up of it, by the paragraph's number."""
    shared: tuple[SharedAddition, ...]
    used: str
    """The words of the release that the article uses, as the bits of a hexadecimal number."""

    @property
    def share(self) -> float:
        """The share of the article's words that come from the release."""
        words = self.measures.derivative
        return words.reused / words.text if words.text else 0.0

    @property
    def copied(self) -> float:
        """The share of its words that are copied."""
        words = self.measures.derivative
        return words.copied / words.text if words.text else 0.0


def write_summary(summary: Summary) -> str:
    """The summary as plain ASCII JSON."""
    data = {
        "derivative": asdict(summary.measures.derivative),
        "original": asdict(summary.measures.original),
        "derivation": summary.measures.derivation.value,
        "run": summary.verbatim_run,
        "verdict": summary.verdict,
        "findings": summary.findings,
        "by_hand": summary.by_hand,
        "open": summary.open_findings,
        "uptake": [
            [number, cell.label.value, cell.used, cell.words, cell.match, cell.by_hand]
            for number, cell in summary.uptake.items()
        ],
        "shared": [[each.number, each.kind, each.words, each.terms, each.others] for each in summary.shared],
        "used": summary.used,
    }
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def read_summary(text: str) -> Summary:
    """The summary that was written."""
    data = json.loads(text)
    return Summary(
        measures=Measures(
            derivative=DerivativeWords(**data["derivative"]),
            original=OriginalWords(**data["original"]),
            derivation=Derivation(data["derivation"]),
            reasons=(),
        ),
        verbatim_run=data["run"],
        verdict=data["verdict"],
        findings=data["findings"],
        by_hand=data["by_hand"],
        open_findings=data["open"],
        uptake={
            number: UptakeCell(label=Label(label), used=used, words=words, match=match, by_hand=by_hand)
            for number, label, used, words, match, by_hand in data["uptake"]
        },
        shared=tuple(
            SharedAddition(number=number, kind=kind, words=words, terms=tuple(terms), others=tuple(others))
            for number, kind, words, terms, others in data["shared"]
        ),
        used=data["used"],
    )
