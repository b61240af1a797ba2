"""What is always true of a comparison, whatever the texts."""

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from copytrail import Comparison, Document, Label, compare, read_plain
from copytrail.blocks import join_blocks
from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.errors import EmptyText
from copytrail.measures import measure
from copytrail.model import EditKind, Match, Passage
from copytrail.passages import label_sentences, tile_derivative, tile_original
from copytrail.text import fold_word
from copytrail.words import word_pairs

WORDS = [
    *[
        "the",
        "minister",
        "opened",
        "a",
        "new",
        "bridge",
        "in",
        "Leeds",
        "on",
        "Monday",
        "and",
        "said",
        "that",
        "it",
        "rained",
    ],
    *[
        "was",
        "not",
        "safe",
        "£12.3",
        "billion",
        "1,900",
        "co-operation",
        "cooperation",
        "Iraq’s",
        "Iraq's",
        "organise",
        "organize",
    ],
    *[
        "“",
        "”",
        '"',
        "'",
        " – ",
        "—",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "U.K.",
        "Mr.",
        "No.",
        "•",
        "1.",
        "cafe\u0301",
        "café",
    ],
    *["שלום", "עולם", "العربية", "مرحبا", "ශ්‍රී", "ලංකා", "我们", "签署", "了", "协议", "。", "🙂", "👩‍👩‍👧"],
    *["soft\u00adhyphen", "zero\u200bwidth", "\u202eright\u202c", "\x07bell"],
]
SEPARATORS = [" ", " ", " ", " ", ". ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\u00a0", "\t", "\u2028"]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)), min_size=1, max_size=80).map(
    lambda pieces: "word " + "".join(word + separator for word, separator in pieces)
)
wild_texts = st.text(min_size=1, max_size=300).map(lambda text: "word " + text)
any_texts = st.one_of(texts, wild_texts)


def documents(text: str, other: str) -> tuple[Document, Document]:
    return read_plain(text), read_plain(other)


def words_in(text: str) -> list[str]:
    return [text[start:end] for start, end in word_pairs(text)]


def assert_tiles(passages: tuple[Passage, ...], text: str) -> None:
    assert passages[0].span.start == 0
    assert passages[-1].span.end == len(text)
    assert all(one.span.end == other.span.start for one, other in pairwise(passages))
    assert all(len(passage.span) for passage in passages)


def rebuild(match: Match, comparison: Comparison) -> list[str]:
    original, derivative = comparison.original.text, comparison.derivative.text
    rebuilt: list[str] = []
    for edit in match.edits:
        if edit.kind is EditKind.KEPT and edit.original:
            rebuilt += [fold_word(word) for word in words_in(edit.original.of(original))]
        elif edit.derivative:
            rebuilt += [fold_word(word) for word in words_in(edit.derivative.of(derivative))]
    return rebuilt


@given(any_texts, any_texts)
def test_passages_tile_both_texts_completely(text: str, other: str) -> None:
    comparison = compare(*documents(text, other))

    assert_tiles(tile_original(comparison), comparison.original.text)
    assert_tiles(tile_derivative(comparison), comparison.derivative.text)


@given(any_texts, any_texts)
def test_derivative_spans_never_overlap(text: str, other: str) -> None:
    comparison = compare(*documents(text, other))

    assert all(one.derivative.end <= two.derivative.start for one, two in pairwise(comparison.matches))


@given(texts, texts)
def test_edits_rebuild_the_derivative_words(text: str, other: str) -> None:
    comparison = compare(*documents(text, text + " " + other))

    for match in comparison.matches:
        wanted = [fold_word(word) for word in words_in(match.derivative.of(comparison.derivative.text))]
        assert "".join(rebuild(match, comparison)) == "".join(wanted)


@given(texts, texts)
def test_edits_account_for_original_words(text: str, other: str) -> None:
    comparison = compare(*documents(text, text + " " + other))

    for match in comparison.matches:
        spans = sorted(edit.original for edit in match.edits if edit.original)
        accounted = [word for span in spans for word in words_in(span.of(comparison.original.text))]
        assert accounted == [word for span in match.original for word in words_in(span.of(comparison.original.text))]


@given(any_texts)
def test_a_text_against_itself_is_copied(text: str) -> None:
    comparison = compare(*documents(text, text))

    labels = {passage.label for passage in tile_derivative(comparison)}
    assert labels <= {Label.COPIED, Label.FURNITURE}
    assert not comparison.findings
    assert Label.LEFT_OUT not in {passage.label for passage in tile_original(comparison)}


@given(st.lists(st.sampled_from("abcdefghi"), min_size=1), st.lists(st.sampled_from("qrstuvwxyz"), min_size=1))
def test_texts_without_common_words_share_nothing(letters: list[str], others: list[str]) -> None:
    comparison = compare(*documents(" ".join(x * 4 for x in letters), " ".join(x * 4 for x in others)))

    assert comparison.matches == ()
    assert comparison.verbatim == ()


@given(any_texts, any_texts)
def test_json_loads_back_equal(text: str, other: str) -> None:
    comparison = compare(*documents(text, other))

    data = json.loads(json.dumps(comparison_to_data(comparison)))

    assert comparison_from_data(data) == comparison


@given(any_texts, any_texts)
def test_equal_input_gives_equal_results(text: str, other: str) -> None:
    first = comparison_to_data(compare(*documents(text, other)))
    second = comparison_to_data(compare(*documents(text, other)))

    assert json.dumps(first) == json.dumps(second)


@given(any_texts, any_texts)
def test_words_are_counted_under_one_label(text: str, other: str) -> None:
    comparison = compare(*documents(text, other))

    counts = measure(comparison).derivative

    assert counts.words == len(words_in(comparison.derivative.text))
    assert counts.words == counts.reused + counts.added + counts.furniture
    assert counts.verbatim <= counts.text


@given(texts, texts)
def test_sentences_shares_add_up(text: str, other: str) -> None:
    comparison = compare(*documents(text, text + other))

    for sentence in label_sentences(comparison):
        assert abs(sum(share for _, share in sentence.shares) - 1) < 0.001
        assert sentence.label in dict(sentence.shares)


@given(texts, texts)
def test_blocks_are_made_of_matches(text: str, other: str) -> None:
    comparison = compare(*documents(text, text + other))

    blocks = join_blocks(comparison)

    for block in blocks:
        inside = [match for match in comparison.matches if block.derivative.contains(match.derivative)]
        assert inside[0].derivative.start == block.derivative.start
        assert inside[-1].derivative.end == block.derivative.end
        assert block.original.start in {span.start for match in inside for span in match.original}


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = read_plain(text)
    except EmptyText:
        assert not words_in(text)
    else:
        spans = [paragraph.span for paragraph in document.paragraphs]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        sentences = [sentence for paragraph in document.paragraphs for sentence in paragraph.sentences]
        assert sum(len(words_in(span.of(document.text))) for span in sentences) == len(words_in(document.text))
