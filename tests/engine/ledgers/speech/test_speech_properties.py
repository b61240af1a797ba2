"""What is always true of the speech ledger, whatever the texts."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copytrail import Document, compare, read_plain
from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.read.quotations import read_quotations

SPOKEN = (
    "the mayor Ada Holm Bob Penn said says told added she he we I bridge will open not but who that minister Mr Mrs"
)
OTHER = "percent 10 £12.3bn it’s don't according to “ ” ‘ ’ \" ' „ « » 「 」 “We ,” : . , ? … [ ] — ``"
WORDS = [*SPOKEN.split(" "), *OTHER.split(" ")]
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "\n\n"])
PIECES = st.tuples(st.sampled_from(WORDS), GAPS)
DOCUMENTS = st.lists(PIECES, max_size=80).map(lambda pieces: read_plain("".join(map("".join, pieces)) + " end"))
SPEECH_KINDS = {
    "wrong_speaker",
    "altered_quotation",
    "spliced_quotation",
    "unsupported_quotation",
    "unmarked_speech",
}


@given(DOCUMENTS)
def test_quotations_follow_one_another_without_overlap(document: Document):
    found = read_quotations(document)

    assert all(len(quotation.content) > 0 for quotation in found)
    assert all(one.content.end <= other.content.start for one, other in pairwise(found))


@given(DOCUMENTS)
def test_a_text_against_itself_raises_nothing(document: Document):
    assert SPEECH_KINDS.isdisjoint(finding.kind for finding in compare(document, document).findings)


@given(DOCUMENTS, DOCUMENTS)
def test_the_ledger_comes_back_equal_from_json(original: Document, derivative: Document):
    comparison = compare(original, derivative)

    assert comparison_from_data(json.loads(json.dumps(comparison_to_data(comparison)))) == comparison
