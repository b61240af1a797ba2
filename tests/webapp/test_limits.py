"""Too much, too large, too broken: an answer in words, and a form that is still there."""

from __future__ import annotations

import html
import io
import zipfile
from dataclasses import replace

import pytest

from copytrail.confinement.limits import LARGEST_FILE
from tests.intake.office import build_zip
from tests.webapp.conftest import ARTICLE, RELEASE, Reader, give_file
from webapp import create_app

ZEROS = bytes(30_000_000)
BAD = {
    "empty.txt": (b"", "There is no text to compare."),
    "blank.txt": (b" \r\n\t\xc2\xa0", "There is no text to compare."),
    "marks.html": (b"<!-- nothing -->", "There is no text to compare."),
    "fake.docx": (b"These are words.", "its contents are something else"),
    "torn.docx": (build_zip({"[Content_Types].xml": "<x", "word/document.xml": "<w"})[:60], "damaged"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
    "torn.pdf": (b"%PDF-1.7\n1 0 obj", "damaged"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "This is a picture"),
    "sheet.xlsx": (build_zip({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "an Excel workbook"),
}


def save(reader, content, name):
    fields = {"original-text": RELEASE, "article-1-file": give_file(content, name), "title": "A name", "action": "save"}
    return reader.send("/cases", fields, fragment=True)


def save_large(reader, content, name):
    """Send the form as bytes, for the test client would spool a large file to a file of its own."""
    token = reader.find_field(reader.open("/").text, "csrf_token")
    fields = {"csrf_token": token, "original-text": RELEASE, "action": "save"}
    parts = [f'name="{field}"\r\n\r\n{value}'.encode() for field, value in fields.items()]
    parts.append(f'name="article-1-file"; filename="{name}"\r\n\r\n'.encode() + content)
    body = (
        b"".join(b"--limit\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--limit--\r\n"
    )
    headers = {"HX-Request": "true"}
    return reader.client.post("/cases", data=body, headers=headers, content_type="multipart/form-data; boundary=limit")


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_one_sentence_beside_the_form(reader, name):
    content, sentence = BAD[name]

    answer = save(reader, content, name)

    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert f'id="article-1-file-error">{name}: ' in page
    assert sentence in page
    assert RELEASE in page
    assert 'value="A name"' in page
    assert "Traceback" not in page


def test_file_of_fifty_megabytes_is_refused_in_words(reader):
    answer = save_large(reader, b"word " * 10_000_000, "long.txt")

    assert answer.status_code == 422
    assert "The file has 50 MB; Copytrail reads up to 25 MB: copy its text and paste it." in answer.text
    assert RELEASE in html.unescape(answer.text)


def test_page_of_fifty_megabytes_is_refused_in_words(reader):
    answer = save_large(reader, b"<html><body>" + b"<p>word</p>" * 4_600_000, "long.html")

    assert answer.status_code == 422
    assert "Copytrail reads up to 25 MB" in answer.text


def test_refused_form_is_found_again(reader):
    answer = save_large(reader, b"word " * (LARGEST_FILE // 5 + 1), "long.txt")

    page = html.unescape(reader.open(answer.headers["HX-Replace-Url"]).text)

    assert RELEASE in page
    assert "Copytrail reads up to 25 MB" in page


def test_request_over_the_limit_is_refused_in_words(settings, clock):
    app = create_app(replace(settings, text_limit=1, article_limit=1), clock=clock)
    limit = replace(settings, text_limit=1, article_limit=1).form_limit

    answer = save_large(Reader(app.test_client()), bytes(limit + 1), "huge.txt")

    assert answer.status_code == 413
    assert "The form is larger than this page takes." in answer.text
    assert "Your browser still has what you typed." in answer.text
    app.extensions["copytrail"].services.database.close()


def test_text_of_a_file_over_the_limit_is_refused(reader):
    answer = save(reader, b"word " * 5000, "long.txt")

    assert answer.status_code == 422
    assert "This text has 25 kB; the limit is 20 kB each." in answer.text


def build_bomb():
    """A zip of one file that is a thousand times as large as the zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(12):
            archive.writestr(f"{number}.txt", ZEROS)
    return buffer.getvalue()


def test_zip_bomb_is_refused_in_words(reader):
    answer = save(reader, build_bomb(), "bomb.zip")

    assert answer.status_code == 422
    assert 'id="article-1-file-error">bomb.zip: ' in answer.text
    assert RELEASE in html.unescape(answer.text)


def test_zip_of_very_many_files_is_refused_in_words(reader):
    answer = save(reader, build_zip({f"{number}.txt": "Words." for number in range(3000)}), "many.zip")

    assert answer.status_code == 422
    assert RELEASE in html.unescape(answer.text)


def test_more_files_than_a_case_holds_are_refused_in_words(settings, clock):
    reader = Reader(create_app(replace(settings, case_limit=3), clock=clock).test_client())
    files = [give_file(f"Story {number}. {ARTICLE}".encode(), f"{number}.txt") for number in range(4)]

    answer = reader.compare(RELEASE, "", article_1_file=files)

    assert answer.status_code == 422
    assert "A case holds 3 articles; there is room for 3, and this form brings 4." in answer.text
    assert all(f"Story {number}." in answer.text or f"{number}.txt" in answer.text for number in range(4))


def test_more_than_a_case_holds_cannot_be_added(settings, clock):
    reader = Reader(create_app(replace(settings, case_limit=3), clock=clock).test_client())
    case = reader.make_case(ARTICLE, ARTICLE.replace("Monday", "Friday"))

    fields = {"article-1-text": "A story.", "article-2-text": "Another story.", "action": "compare"}
    answer = reader.send(f"/cases/{case}/articles", fields)

    assert answer.status_code == 422
    assert "there is room for 1, and this form brings 2." in answer.text
    assert "Another story." in answer.text


def test_zip_brings_more_articles_than_a_form_takes(reader):
    stories = {f"{number}.txt": f"Story {number}. {ARTICLE}" for number in range(30)}

    answer = reader.compare(RELEASE, "", article_1_file=give_file(build_zip(stories), "stories.zip"))

    assert answer.status_code == 303
    assert "One release and 30 articles" in reader.open(answer.location.removesuffix("/texts")).text


def test_more_typed_articles_than_a_form_takes_are_refused(reader):
    answer = reader.compare(RELEASE, *(f"Story {number}. {ARTICLE}" for number in range(21)))

    assert answer.status_code == 422
    assert "One form takes 20 articles, and more as files. Add the rest later." in answer.text


def test_empty_zip_is_refused_in_words(reader):
    answer = save(reader, b"PK\x05\x06" + bytes(18), "empty.zip")

    assert answer.status_code == 422
    assert RELEASE in html.unescape(answer.text)
