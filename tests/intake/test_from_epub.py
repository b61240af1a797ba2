"""Books to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.from_epub import extract_epub
from copytrail.model import ParagraphKind
from tests.intake.office import build_epub, build_zip, read_or_refuse

BOOK = {"nav.xhtml": "<ol><li>One</li></ol>", "b.xhtml": "<h1>One</h1><p>It rained.</p>", "a.xhtml": "<p>The end.</p>"}
SAID = (
    "<dc:title>The  Bridge</dc:title><dc:creator>Nora Fox</dc:creator><dc:creator>Ed Owl</dc:creator>"
    "<dc:publisher>Pond</dc:publisher><dc:language>EN-gb</dc:language><dc:date>2024-05-06T00:00:00Z</dc:date>"
)


def encrypted(algorithm: str) -> dict[str, str]:
    """The part that says what is encrypted, and how."""
    names = 'xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#"'
    method = f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/></e:EncryptedData>'
    return {"META-INF/encryption.xml": f"<encryption {names}>{method}</encryption>"}


def test_chapters_come_in_the_order_of_the_book():
    assert [(block.text, block.kind, block.furniture) for block in extract_epub(build_epub(BOOK)).blocks] == [
        ("One", ParagraphKind.LIST_ITEM, "table of contents"),
        ("One", ParagraphKind.HEADING, ""),
        ("It rained.", ParagraphKind.BODY, ""),
        ("The end.", ParagraphKind.BODY, ""),
    ]


def test_what_a_book_says_of_itself_is_kept():
    extract = extract_epub(build_epub(BOOK, metadata=SAID))

    assert (extract.title, extract.author, extract.publisher) == ("The Bridge", "Nora Fox, Ed Owl", "Pond")
    assert (extract.language, extract.published) == ("en", "2024-05-06")


def test_hidden_words_are_put_aside_with_the_reason():
    extract = extract_epub(build_epub({"a.xhtml": '<p>Seen.</p><p style="display:none">Planted.</p>'}))

    assert [(block.text, block.furniture) for block in extract.blocks] == [
        ("Seen.", ""),
        ("Planted.", "not visible on the page"),
    ]


def test_a_missing_chapter_is_mentioned():
    whole = build_epub({"a.xhtml": "<p>One.</p>"})
    more = build_epub({"a.xhtml": "<p>One.</p>", "b.xhtml": "<p>Two.</p>"})
    renamed = more.replace(b"OEBPS/b.xhtml", b"OEBPS/z.xhtml")

    assert extract_epub(whole).notes == ()
    assert extract_epub(renamed).notes == ("A chapter of the book is missing.",)


def test_a_protected_book_is_refused_and_its_fonts_not():
    fonts = encrypted("http://www.idpf.org/2008/embedding")

    assert extract_epub(build_epub(BOOK, more=fonts)).blocks
    with pytest.raises(UnreadableInput, match="protected against copying"):
        extract_epub(build_epub(BOOK, more=encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")))


def test_a_book_too_long_is_cut_with_a_note():
    chapter = "<p>" + "word " * 100_000 + "</p>"

    extract = extract_epub(build_epub({f"{number}.xhtml": chapter for number in range(8)}))

    assert sum(len(block.text) for block in extract.blocks) <= 3_000_000
    assert extract.notes == ("The file holds more than 3,000,000 characters; what comes after them was not read.",)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no zip", "damaged"),
        (build_zip({"mimetype": "application/epub+zip"}), "not listed"),
        (build_epub({}), "not listed"),
        (build_zip({"META-INF/container.xml": "<container"}), "damaged"),
    ],
)
def test_bad_books_get_a_sentence(data, sentence):
    with pytest.raises(UnreadableInput, match=sentence):
        extract_epub(data)


def test_a_path_out_of_the_book_leads_nowhere():
    with pytest.raises(UnreadableInput, match="not listed"):
        extract_epub(
            build_zip(
                {
                    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
                    '<rootfile full-path="../../../../etc/passwd"/></container>'
                }
            )
        )


@given(
    st.integers(0), st.sampled_from(["<p>", "</div>", "<script>", "<", "&#0;", "\x00", "<table><td>", "<!--", "<svg>"])
)
def test_changed_chapters_raise_sentences_only(place, piece):
    page = "<h1>One</h1><div><p>It <b>rained</b>.</p></div>"
    place %= len(page)

    assert read_or_refuse(extract_epub, build_epub({"a.xhtml": page[:place] + piece + page[place:]}))
