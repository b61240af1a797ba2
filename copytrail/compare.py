"""The pipeline from two documents to a comparison."""

from __future__ import annotations

from dataclasses import replace

from copytrail.align.moves import find_moved, forget_repeats
from copytrail.align.sentences import align_sentences
from copytrail.align.terms import Pair, index_pair
from copytrail.align.verbatim import find_verbatim
from copytrail.findings import join_findings
from copytrail.label import label_match
from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.fact_findings import find_in_facts
from copytrail.ledgers.facts import list_facts, pair_facts
from copytrail.ledgers.speech import hold_speech
from copytrail.ledgers.speech_findings import find_in_speech
from copytrail.model import Comparison, Document, Reading, Thresholds
from copytrail.read.figures import read_figures
from copytrail.read.names import read_names
from copytrail.read.quotations import read_quotations
from copytrail.version import VERSION

_DEFAULTS = Thresholds()


def compare(original: Document, derivative: Document, thresholds: Thresholds = _DEFAULTS) -> Comparison:
    """What the derivative took from the original, passage by passage, and what became of speech and facts.

    The same documents and thresholds always give the same comparison; nothing outside them is read.
    """
    figures = read_figures(original), read_figures(derivative)
    pair = index_pair(original, derivative, *figures)
    wording = _compare_words(pair, thresholds)
    quotations = read_quotations(original), read_quotations(derivative)
    speech = hold_speech(pair, quotations, wording.matches, thresholds)
    alignment = Alignment(original, derivative, wording.matches, thresholds)
    facts = pair_facts(
        alignment,
        Reading(quotations=quotations[0], figures=figures[0], names=read_names(original)),
        Reading(quotations=quotations[1], figures=figures[1], names=read_names(derivative)),
    )
    return replace(
        wording,
        speech=speech,
        facts=list_facts(facts),
        findings=join_findings(
            find_in_speech(original, derivative, speech, wording.matches, thresholds),
            find_in_facts(alignment, facts, figures[0]),
        ),
    )


def compare_words(original: Document, derivative: Document, thresholds: Thresholds = _DEFAULTS) -> Comparison:
    """The same without ledgers and findings, in a fraction of the time: who took which passage from where."""
    return _compare_words(
        index_pair(original, derivative, read_figures(original), read_figures(derivative)), thresholds
    )


def _compare_words(pair: Pair, thresholds: Thresholds) -> Comparison:
    """The matches of two documents that are indexed."""
    pieces = align_sentences(pair, thresholds)
    sources = [piece.originals[0] for piece in pieces]
    moved = find_moved([source.start for source in sources], [len(piece.derivative) for piece in pieces])
    matches = tuple(
        label_match(pair, piece, number=number, moved=is_moved, thresholds=thresholds)
        for number, (piece, is_moved) in enumerate(zip(pieces, forget_repeats(moved, sources), strict=True), start=1)
    )
    return Comparison(
        original=pair.original.document,
        derivative=pair.derivative.document,
        matches=matches,
        verbatim=find_verbatim(pair, thresholds.verbatim_words),
        thresholds=thresholds,
        engine=VERSION,
    )
