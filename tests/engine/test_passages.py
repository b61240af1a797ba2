"""Passages, labelled sentences and blocks made from comparisons built by hand."""

from copytrail import Comparison, Label, Match, Thresholds, read_plain
from copytrail.intake.furniture import set_kinds
from copytrail.model import Document, ParagraphKind, Span
from copytrail.passages import label_sentences, match_by_id, tile_derivative, tile_original

ORIGINAL = "The bridge opened on Monday. Nobody was hurt. The tram came later."
DERIVATIVE = "“The bridge opened,” she said. It rained.\n\n• The tram came."


def match(number: int, label: Label, derivative: str, *originals: str, texts: tuple[str, str]) -> Match:
    theirs, ours = texts
    spans = [Span(theirs.index(words), theirs.index(words) + len(words)) for words in originals]
    start = ours.index(derivative)
    return Match(
        id=f"m{number}",
        label=label,
        score=1.0,
        moved=False,
        why="",
        derivative=Span(start, start + len(derivative)),
        original=tuple(spans),
        edits=(),
    )


def comparison_of(*found: tuple[Label, str, str], texts=(ORIGINAL, DERIVATIVE), documents=None) -> Comparison:
    original, derivative = documents or (read_plain(texts[0]), read_plain(texts[1]))
    matches = [match(n, label, ours, theirs, texts=texts) for n, (label, ours, theirs) in enumerate(found, start=1)]
    return Comparison(original=original, derivative=derivative, matches=tuple(matches))


def shown(passages, document: Document) -> list[tuple[str, str, str | None]]:
    return [(passage.label.value, passage.span.of(document.text), passage.match) for passage in passages]


def test_space_and_signs_join_the_passage_before():
    comparison = comparison_of((Label.COPIED, "The bridge opened", "The bridge opened"))

    assert shown(tile_derivative(comparison), comparison.derivative)[:2] == [
        ("copied", "“The bridge opened,” ", "m1"),
        ("added", DERIVATIVE[21:], None),
    ]


def test_opening_signs_join_what_they_open():
    texts = (ORIGINAL, "She said: “The bridge opened.”")
    comparison = comparison_of((Label.COPIED, "The bridge opened", "The bridge opened"), texts=texts)

    assert [words for _, words, _ in shown(tile_derivative(comparison), comparison.derivative)] == [
        "She said: ",
        "“The bridge opened.”",
    ]


def test_list_marks_join_their_item():
    comparison = comparison_of((Label.COPIED, "The tram came", "The tram came"))

    assert shown(tile_derivative(comparison), comparison.derivative)[-1] == ("copied", "• The tram came.", "m1")


def test_unused_words_are_left_out():
    comparison = comparison_of((Label.COPIED, "The bridge opened", "The bridge opened"))

    assert shown(tile_original(comparison), comparison.original) == [
        ("copied", "The bridge opened ", "m1"),
        ("left_out", ORIGINAL[18:], None),
    ]


def test_the_closest_label_wins_in_the_original():
    comparison = comparison_of(
        (Label.PARAPHRASED, "The bridge opened", "The bridge opened on Monday"),
        (Label.COPIED, "The tram came", "The bridge opened"),
    )

    assert shown(tile_original(comparison), comparison.original)[:2] == [
        ("copied", "The bridge opened ", "m2"),
        ("paraphrased", "on Monday. ", "m1"),
    ]


def test_the_first_of_equal_labels_wins():
    comparison = comparison_of(
        (Label.COPIED, "The bridge opened", "The bridge opened"),
        (Label.COPIED, "The tram came", "The bridge opened"),
    )

    assert tile_original(comparison)[0].match == "m1"


def test_furniture_is_a_passage_of_its_own():
    texts = ("Nobody was hurt.", "It rained.\n\nMenu\n\nIt rained again.")
    documents = read_plain(texts[0]), set_kinds(read_plain(texts[1]), {2: ParagraphKind.FURNITURE})
    comparison = comparison_of(texts=texts, documents=documents)

    assert [label for label, _, _ in shown(tile_derivative(comparison), comparison.derivative)] == [
        "added",
        "furniture",
        "added",
    ]


def test_a_sentence_has_its_shares():
    comparison = comparison_of((Label.COPIED, "The bridge opened", "The bridge opened"))

    first, second, third = label_sentences(comparison)
    assert (first.label, first.matches, first.paragraph) == (Label.COPIED, ("m1",), 1)
    assert dict(first.shares) == {Label.COPIED: 0.6, Label.ADDED: 0.4}
    assert (second.label, dict(second.shares)) == (Label.ADDED, {Label.ADDED: 1.0})
    assert third.paragraph == 2


def test_an_even_share_takes_the_closer_label():
    texts = (ORIGINAL, "The bridge opened, she said then.")
    comparison = comparison_of((Label.EDITED, "The bridge opened", "The bridge opened"), texts=texts)

    assert label_sentences(comparison)[0].label is Label.EDITED


def test_matches_are_found_by_id():
    comparison = comparison_of((Label.COPIED, "The tram came", "The tram came"))

    assert match_by_id(comparison) == {"m1": comparison.matches[0]}


def test_a_text_without_matches_is_one_passage():
    comparison = Comparison(
        original=read_plain(ORIGINAL), derivative=read_plain(DERIVATIVE), matches=(), thresholds=Thresholds()
    )

    assert [p.label for p in tile_derivative(comparison)] == [Label.ADDED]
    assert [p.label for p in tile_original(comparison)] == [Label.LEFT_OUT]
