"""Names are told from offices, forms of address and words that only begin a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.model import Document, Name, NameKind
from copytrail.read.names import read_names


def document_of(text: str, language: str = "en") -> Document:
    return replace(read_plain(text), language=language)


def names_of(text: str, language: str = "en") -> list[str]:
    document = document_of(text, language)
    return [name.span.of(document.text) for name in read_names(document)]


def titles_of(text: str) -> dict[str, str]:
    document = document_of(text)
    return {name.value: name.title.of(document.text) for name in read_names(document) if name.title}


def name_of(text: str) -> Name:
    return read_names(document_of(text))[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The talks with Ada Lindqvist began.", ["Ada Lindqvist"]),
        ("The talks with Sir Ada Lindqvist began.", ["Ada Lindqvist"]),
        ("The talks with Maria van der Berg began.", ["Maria van der Berg"]),
        ("They met at Norway’s border with Sweden.", ["Norway", "Sweden"]),
        ("A UK-Iraq deal and a US-led force came.", ["UK", "Iraq", "US"]),
        ("It was signed by the Harbour Safety Committee.", ["Harbour Safety Committee"]),
        ("The Minister and the Committee met on Monday in May.", []),
        ("Officials said so. However, nobody came.", []),
        ("We met J. K. Marlowe there.", ["J. K. Marlowe"]),
    ],
)
def test_names_are_runs_of_capitals(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The deal with Security Minister Ada Lindqvist holds.", {"Ada Lindqvist": "Security Minister"}),
        ("The deal with home affairs minister Ada Lindqvist holds.", {"Ada Lindqvist": "minister"}),
        ("The deal with shadow home secretary Ada Lindqvist holds.", {"Ada Lindqvist": "shadow home secretary"}),
        ("The deal with Harbour Office minister Ada Lindqvist holds.", {"Ada Lindqvist": "Harbour Office minister"}),
        ("Minister for the Far North, Ada Lindqvist, said:", {"Ada Lindqvist": "Minister for the Far North"}),
        ("In the hall Ada Lindqvist, the interior minister, spoke.", {"Ada Lindqvist": "interior minister"}),
        ("The deal with Mr Ada Lindqvist holds.", {}),
    ],
)
def test_office_stands_beside_its_person(text: str, titles: dict[str, str]) -> None:
    assert titles_of(text) == titles


def test_last_name_has_the_full_form() -> None:
    document = document_of("The talks with Ada Lindqvist began. Later Ms Lindqvist left.")

    assert [name.value for name in read_names(document)] == ["Ada Lindqvist", "Ada Lindqvist"]


def test_acronym_has_the_full_form() -> None:
    document = document_of("We asked the Harbour Safety Committee. But the HSC said nothing.")

    assert [name.value for name in read_names(document)] == ["Harbour Safety Committee", "Harbour Safety Committee"]


def test_people_are_told_from_their_country() -> None:
    assert name_of("Many Norwegians came.").value == "Norway"
    assert name_of("Many Norwegians came.").kind is NameKind.PLACE


def test_first_word_counts_where_it_is_known() -> None:
    assert names_of("Lindqvist left. They saw Lindqvist go.") == ["Lindqvist", "Lindqvist"]
    assert names_of("Bridges opened. They saw them open.") == []


def test_title_case_heading_has_no_names_of_its_own() -> None:
    text = "Harbour Bridge Plans Move Ahead\n\nThe plans of Ada Lindqvist move ahead."

    assert names_of(text) == ["Ada Lindqvist"]


def test_nothing_is_read_from_furniture() -> None:
    assert names_of("The bridge in Norway is open.\n\nTop 5 This Week\n\nRelated Posts") == ["Norway"]


def test_german_nouns_are_no_names() -> None:
    assert names_of("Der Rat hat die Brücke mit Frau Lindqvist geöffnet.", "de") == ["Lindqvist"]
