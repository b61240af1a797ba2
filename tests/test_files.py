"""The user's files and pages to documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.files import extract_fetched, is_address, name_fetched, read_bytes, read_fetched, read_file
from copytrail.intake.extracts import FileOptions

WORDS = "The minister opened the new bridge over the river on Monday and thanked everybody who built it."
PAGE = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>{WORDS}</p></article></body></html>"


@dataclass(frozen=True)
class Page:
    """What came from an address, as a fetcher gives it."""

    content: bytes = PAGE.encode()
    content_type: str = "text/html; charset=utf-8"
    url: str = "https://news.example/bridge"
    fetched: datetime = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", "**Bold** words."), ("a", "**Bold** words."), ("a.md", "Bold words."), ("A.MARKDOWN", "Bold words.")],
)
def test_ending_decides_between_texts(name, text):
    assert read_bytes(b"**Bold** words.", name).text == text


def test_contents_count_more_than_the_ending():
    assert WORDS in read_bytes(PAGE.encode(), "a.txt").text
    assert "<p>" not in read_bytes(PAGE.encode(), "a.txt").text


@pytest.mark.parametrize(
    ("data", "name", "advice"),
    [
        (WORDS.encode(), "a.pdf", "copy its text and paste it"),
        (WORDS.encode(), "a.docx", "copy its text and paste it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a.txt", "copy or type its text"),
    ],
)
def test_other_files_are_refused_with_advice(data, name, advice):
    with pytest.raises(UnreadableInput, match=advice):
        read_bytes(data, name)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_file_without_words_is_empty(data):
    with pytest.raises(EmptyText):
        read_bytes(data, "a.html")


@pytest.mark.parametrize("name", ["story.txt", "story.md"])
def test_file_is_called_after_its_name(tmp_path, name):
    path = tmp_path / name
    path.write_text("The bridge opened.", encoding="utf-8")

    document = read_file(path, id="d")

    assert (document.id, document.title, document.text) == ("d", name, "The bridge opened.")


def test_title_of_a_page_names_it():
    assert read_bytes(PAGE.encode(), "a.html").title == "Bridge"
    assert read_bytes(PAGE.encode(), "a.html", title="Mine").title == "Mine"


def test_file_too_large_is_refused_in_words():
    with pytest.raises(UnreadableInput, match=r"The file has 50 MB; Copytrail reads up to 25 MB"):
        read_bytes(b"a" * 50_000_000, "a.html")


def test_encoding_chosen_by_hand_counts():
    assert read_bytes("Müller öffnet Brücke".encode("cp850"), "a.txt", FileOptions(encoding="cp850")).text == (
        "Müller öffnet Brücke"
    )


def test_fetched_page_is_called_by_its_address():
    document = read_fetched(Page(), id="article-1")

    assert (document.title, document.url) == ("Bridge", "https://news.example/bridge")
    assert WORDS in document.text


def test_declared_encoding_of_a_page_counts():
    page = Page(
        f"<html><body><p>{WORDS} Müller sagte das.</p></body></html>".encode("cp1252"), "text/html;charset=cp1252"
    )

    assert "Müller" in " ".join(block.text for block in extract_fetched(page).blocks)


def test_unknown_declared_encoding_is_no_obstacle():
    page = Page(content_type="text/html; charset=x-nonsense")

    assert any(WORDS in block.text for block in extract_fetched(page).blocks)


@pytest.mark.parametrize(
    ("content_type", "url", "name"),
    [
        ("text/html; charset=utf-8", "https://a.example/story.pdf", "page.html"),
        ("Application/PDF", "https://a.example/story", "page.pdf"),
        ("application/octet-stream", "https://a.example/b/story.md?x=1", "story.md"),
        ("", "https://a.example/", ""),
    ],
)
def test_content_type_counts_before_the_address(content_type, url, name):
    assert name_fetched(Page(content_type=content_type, url=url)) == name


@pytest.mark.parametrize(
    ("name", "known"), [("HTTPS://a.example", True), ("ftp://a.example", False), ("http.txt", False)]
)
def test_addresses_are_told_from_files(name, known):
    assert is_address(name) is known
