"""Indirect speech with a named source is read as a weaker kind of quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.model import QuotationKind
from copytrail.read.quotations import read_quotations


def reports(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = read_quotations(replace(read_plain(text), language=language))
    return [(q.speaker.name, q.content.of(text)) for q in found if q.kind is QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Ada Holm said that the bridge will open in March.", "Ada Holm", "the bridge will open in March"),
        ("Ada Holm said the bridge will open in March.", "Ada Holm", "the bridge will open in March"),
        ("Ada Holm, the mayor, said it will open in March.", "Ada Holm", "it will open in March"),
        ("Ada Holm told the Courier that it will open in March.", "Ada Holm", "it will open in March"),
        ("The bridge will open in March, Ada Holm said.", "Ada Holm", "The bridge will open in March"),
        ("The bridge will open in March, said Ada Holm.", "Ada Holm", "The bridge will open in March"),
        ("The bridge will open in March, according to Ada Holm.", "Ada Holm", "The bridge will open in March"),
        ("According to Ada Holm, the bridge will open in March.", "Ada Holm", "the bridge will open in March"),
        ("In the words of Ada Holm, the bridge will open in March.", "Ada Holm", "the bridge will open in March"),
    ],
)
def test_the_clause_and_its_source_are_read(text, speaker, content):
    assert reports(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open in March and all of us will drive on it.",
        "Ada Holm said: the bridge will open in March.",
        "The continued support for the bridge was a surprise to us.",
        "She said no.",
    ],
)
def test_other_sentences_report_nothing(text):
    assert reports(text) == []


def test_a_sentence_with_marks_is_left_to_its_quotation():
    assert reports("Ada Holm said the “long and hard” work will end in March.") == []


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        ("de", "Karl Holm sagte, dass die Brücke im März öffnen wird.", "Karl Holm", "die Brücke im März öffnen wird"),
        ("fr", "Paul Arnaud a déclaré que le pont ouvrira en mars.", "Paul Arnaud", "le pont ouvrira en mars"),
        ("es", "Ana Ruiz dijo que el puente se abrirá en marzo.", "Ana Ruiz", "el puente se abrirá en marzo"),
    ],
)
def test_other_languages_report_too(language, text, speaker, content):
    assert reports(text, language) == [(speaker, content)]
