"""Where every format ends: blocks to a document."""

from __future__ import annotations

import pytest

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Block, Extract
from copytrail.model import ParagraphKind


def test_blocks_stand_apart_in_order():
    extract = Extract(
        blocks=(Block("Home", furniture="menu"), Block("Bridge", ParagraphKind.HEADING), Block("It is open."))
    )

    document = make_document(extract)

    assert document.text == "Home\n\nBridge\n\nIt is open."
    assert [(each.kind.value, each.reason) for each in document.paragraphs] == [
        ("furniture", "menu"),
        ("heading", ""),
        ("body", ""),
    ]


def test_what_is_known_counts_more():
    extract = Extract(blocks=(Block("It is open."),), title="From the file", author="Ada Holm", notes=("A note.",))

    document = make_document(extract, title="By hand")

    assert (document.title, document.author, document.notes) == ("By hand", "Ada Holm", ("A note.",))


@pytest.mark.parametrize("blocks", [(), (Block(""),), (Block(" … "),)])
def test_blocks_without_words_are_no_text(blocks):
    with pytest.raises(EmptyText):
        make_document(Extract(blocks=blocks))


def test_endless_lists_are_refused():
    with pytest.raises(UnreadableInput, match="more than 100,000 lines"):
        make_document(Extract(blocks=(Block("a\n" * 100_002),)))


def test_blank_lines_do_not_count():
    assert (
        make_document(Extract(blocks=(Block("It is open." + "\n" * 200_000 + "It rained."),))).paragraphs[1].number == 2
    )
