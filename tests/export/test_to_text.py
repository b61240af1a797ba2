"""The annotated text for a terminal."""

from dataclasses import replace

from copytrail import compare, read_plain
from copytrail.export import to_text
from copytrail.model import Finding, Span
from tests.display.ledger_texts import add_changes, compare_ledgers

ORIGINAL = (
    "The bridge was opened by the minister on Monday.\n\nIt cost eight million pounds and took four years to build."
)
DERIVATIVE = "The bridge was opened by the minister on Monday.\n\nA crowd of happy children sang two songs in the rain."


def make_comparison(derivative=DERIVATIVE):
    return compare(read_plain(ORIGINAL, title="Release"), read_plain(derivative, title="Story"))


def test_passages_stand_behind_their_letters():
    text = to_text.render((make_comparison(),)).decode()

    assert "A1  [C R1: The bridge was opened by the minister on Monday.]" in text
    assert "A2  [+ A crowd of happy children sang two songs in the rain.]" in text
    assert "R2  [– It cost eight million pounds" in text


def test_summary_names_both_texts():
    text = to_text.render((make_comparison(),)).decode()

    assert "Release: Release" in text
    assert "Article: Story" in text
    assert "copied 9 (" in text
    assert "Partly derived from the release: 1 of its 2 sentences comes from it, 1 does not." in text


def test_colour_is_only_on_request():
    comparison = make_comparison()

    assert "\x1b[" not in to_text.render_text((comparison,))
    assert "\x1b[" in to_text.render_text((comparison,), colour=True)


def test_hostile_text_cannot_steer_the_terminal():
    comparison = make_comparison("The bridge\x1b[2J was opened\u202e by the minister on Monday.")

    text = to_text.render((comparison,)).decode()

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+202E>" in text


def test_document_marks_its_furniture():
    document = read_plain("Related Posts\n\nThe bridge opened on Monday after long delays.")

    text = to_text.render_document(document, mark=True)

    assert text == "· Related Posts\n\nThe bridge opened on Monday after long delays.\n"


def test_untitled_texts_are_called_by_role_and_first_words():
    comparison = compare(read_plain(ORIGINAL), read_plain(DERIVATIVE))

    text = to_text.render((comparison, comparison)).decode()

    assert "Release: The bridge was opened by the minister on Monday.\n" in text
    assert "Article 2: The bridge was opened by the minister on Monday.\n" in text


def test_findings_stand_before_the_passages():
    finding = Finding(
        kind="changed_date",
        derivative=Span(4, 10),
        original=Span(4, 10),
        expected="",
        found="",
        why="In the original it is\x1b[2J not.",
    )

    text = to_text.render((replace(make_comparison(), findings=(finding,)),)).decode()

    listed = "Worth checking: 1\n! Date changed. In the release it isU+001B[2J not.\n    A1 “bridge”\n    R1 “bridge”\n"
    assert listed in text
    assert text.index(listed) < text.index("A1  [C R1")
    assert "Not checked: who did what to whom" in text


def test_reasons_speak_of_the_release():
    text = to_text.render((make_comparison(),)).decode()

    assert "the original" not in text


def test_ledgers_stand_behind_the_passages():
    text = to_text.render((add_changes(compare_ledgers(), also_in=("article-2",)),)).decode()

    ledgers = text[text.index("\nSpeech: 3 rows\n") :]
    assert "Given to another speaker (A2 from R2): Anna Berg → Carl Lund · “We waited forty years" in ledgers
    assert "Changed: figure 14 months (R1 “14 months” → A1 “15 months”)" in ledgers
    assert "Stated without attribution, also in article 2 (A4): “In 1953" in ledgers
    assert "1. Loses a caveat or condition and a whole topic (R4): “The works may be delayed" in ledgers
    assert "The same: " not in ledgers
