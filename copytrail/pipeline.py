"""The pipeline from two documents to a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.align.indexing import index_pair
from copytrail.align.moves import find_moved, forget_repeats
from copytrail.align.sentences import align_sentences
from copytrail.align.terms import Pair
from copytrail.align.verbatim import find_verbatim
from copytrail.findings import join_findings
from copytrail.label import label_match
from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.findings import find_in_facts
from copytrail.ledgers.facts.rows import list_facts, pair_facts
from copytrail.ledgers.passages.additions import find_additions
from copytrail.ledgers.passages.omissions import find_omissions
from copytrail.ledgers.speech.findings import find_in_speech
from copytrail.ledgers.speech.rows import hold_speech
from copytrail.ledgers.strength.findings import find_in_claims
from copytrail.ledgers.support.findings import find_in_sentences
from copytrail.model import Comparison, Document, Figure, Reading, Thresholds
from copytrail.read.figures import read_figures
from copytrail.read.names import read_names
from copytrail.read.quotations import read_quotations
from copytrail.read.speech.marks import find_quoted
from copytrail.version import VERSION

DEFAULTS = Thresholds()


@dataclass(frozen=True, slots=True)
class Texts:
    """Two documents, each read on its own and both indexed for the aligner."""

    pair: Pair
    original: Reading
    derivative: Reading


def compare(original: Document, derivative: Document, thresholds: Thresholds = DEFAULTS) -> Comparison:
    """What the derivative took from the original, passage by passage, and what became of speech and facts.

    The same documents and thresholds always give the same comparison; nothing outside them is read.
    """
    texts = read_texts(original, derivative)
    return hold_ledgers(texts, _compare_words(texts.pair, thresholds))


def compare_words(original: Document, derivative: Document, thresholds: Thresholds = DEFAULTS) -> Comparison:
    """The same without ledgers and findings, in a fraction of the time: who took which passage from where."""
    return _compare_words(_index(original, derivative, (read_figures(original), read_figures(derivative))), thresholds)


def read_texts(original: Document, derivative: Document) -> Texts:
    """All that is known of two documents before one is held against the other."""
    theirs, ours = (
        Reading(quotations=read_quotations(each), figures=read_figures(each), names=read_names(each))
        for each in (original, derivative)
    )
    return Texts(_index(original, derivative, (theirs.figures, ours.figures)), theirs, ours)


def hold_ledgers(texts: Texts, wording: Comparison) -> Comparison:
    """The matches of two texts with the ledgers and findings that follow from them."""
    pair, theirs, ours = texts.pair, texts.original, texts.derivative
    speech = hold_speech(pair, (theirs.quotations, ours.quotations), wording.matches, wording.thresholds)
    alignment = Alignment(wording.original, wording.derivative, wording.matches, wording.thresholds)
    facts = pair_facts(alignment, theirs, ours)
    claims = find_in_claims(alignment)
    held = replace(
        wording,
        speech=speech,
        facts=list_facts(facts),
        findings=join_findings(
            find_in_speech(alignment, speech),
            find_in_facts(alignment, facts, theirs.figures),
            claims,
            find_in_sentences(alignment, claims),
        ),
    )
    return replace(held, additions=find_additions(held, ours), omissions=find_omissions(held, pair))


def _index(original: Document, derivative: Document, figures: tuple[Sequence[Figure], Sequence[Figure]]) -> Pair:
    """The two documents as the aligner reads them."""
    quoted = find_quoted(derivative.text, derivative.paragraphs)
    return index_pair(original, derivative, figures, [each.content for each in quoted])


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
