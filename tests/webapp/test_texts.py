"""The cleaning step: what was kept of each text, and everything a person can change of it."""

from __future__ import annotations

import html
import re

import pytest

from copytrail.model import ParagraphKind
from tests.intake.office import build_docx
from tests.webapp.conftest import ARTICLE, RELEASE, give_file

STORY = (
    "Bridge opens at last\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "It is the longest of its kind and it will carry lorries, said the engineer.\n\n"
    "Residents had waited for a crossing since the ferry stopped running two winters ago.\n\n"
    "Related Posts\n"
)
CHANGED = (
    "<w:p><w:r><w:t>The bridge cost </w:t></w:r>"
    '<w:del w:id="1" w:author="Eve Secret"><w:r><w:delText>twelve</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="Eve Secret"><w:r><w:t>thirteen</w:t></w:r></w:ins>'
    "<w:r><w:t> million pounds and took three years to build.</w:t></w:r></w:p>"
)
UMLAUTS = "Müller öffnete die Brücke über den Fluß am Montag für alle Bürger und dankte höflich."


class Desk:
    """A case whose only article came as a file, and the page on which it is cleaned."""

    def __init__(self, reader, services, content=STORY, name="story.txt"):
        answer = reader.compare(
            RELEASE, "", article_1_file=give_file(content if isinstance(content, bytes) else content.encode(), name)
        )
        self.reader, self.services = reader, services
        self.case = answer.location.split("/")[2]
        self.article = services.open_case(self.case).articles[0]

    def open(self):
        return self.reader.open(f"/cases/{self.case}/texts").text

    def change(self, *, document="", fragment=False, **fields):
        address = f"/cases/{self.case}/documents/{document or self.article.id}/paragraphs"
        values = {name.replace("_", "-"): value for name, value in fields.items()}
        return self.reader.send(address, values, fragment=fragment)

    def read(self, *, document="", **fields):
        about = {name: fields.pop(name, "") for name in ("title", "publisher", "url", "published")}
        values = {f"{self.article.anchor}-{name}": value for name, value in about.items()}
        address = f"/cases/{self.case}/documents/{document or self.article.id}/reading"
        return self.reader.send(address, {**values, **fields})

    def compare(self):
        return self.services.open_comparison(self.case, 1).comparison

    @property
    def document(self):
        return self.compare().derivative

    def kind(self, number):
        return self.document.paragraphs[number - 1].kind


@pytest.fixture
def desk(reader, services):
    return Desk(reader, services)


def find_parts(page, css):
    return re.findall(rf'<li class="part {css}" id="([\w-]+)"', page)


def test_kept_and_set_aside_stand_in_order(desk):
    page = desk.open()

    assert find_parts(page, r"\w+") == [f"document-0-{n}" for n in (1, 2, 3)] + [f"document-1-{n}" for n in range(1, 6)]
    assert find_parts(page, "aside") == ["document-1-5"]
    assert "4 paragraphs kept, 1 set aside" in page


def test_every_text_says_where_it_came_from(desk):
    page = desk.open()

    assert "A plain text, story.txt, received on" in page
    assert "Pasted on" in page
    assert f"SHA-256 {desk.article.sha256}" in page


@pytest.mark.parametrize("fragment", [True, False])
def test_paragraph_is_set_aside_and_restored(desk, fragment):
    desk.change(aside=3, fragment=fragment)
    assert desk.kind(3) is ParagraphKind.FURNITURE

    desk.change(restore=3, fragment=fragment)
    assert desk.kind(3) is ParagraphKind.BODY


def test_what_was_set_aside_by_machine_is_restored(desk):
    desk.change(restore=5)

    assert desk.kind(5) is ParagraphKind.BODY
    assert "kept by hand" in desk.open()


def test_what_was_set_aside_by_hand_says_so(desk):
    desk.change(aside=3)

    page = desk.open()
    assert find_parts(page, "aside") == ["document-1-3", "document-1-5"]
    assert "by hand" in page


def test_heading_set_aside_comes_back_as_a_heading(desk):
    before = desk.kind(1)

    desk.change(aside=1)
    desk.change(restore=1)

    assert before is ParagraphKind.HEADING
    assert desk.kind(1) is ParagraphKind.HEADING


def test_deed_leads_back_to_its_paragraph(desk):
    answer = desk.change(aside=3)

    assert answer.status_code == 303
    assert answer.location == f"/cases/{desk.case}/texts#document-1-3"


def test_deed_gives_the_text_alone_to_scripts(desk):
    answer = desk.change(aside=3, fragment=True)

    assert answer.status_code == 200
    assert "<!doctype" not in answer.text
    assert 'data-count="3 paragraphs kept, 2 set aside"' in answer.text
    assert "document-0" not in answer.text


def test_release_is_cleaned_too(desk, services):
    original = services.open_case(desk.case).original

    desk.change(document=original.id, aside=3)

    assert desk.compare().original.paragraphs[2].kind is ParagraphKind.FURNITURE


def test_comparison_is_made_anew(desk):
    before = desk.compare()

    desk.change(aside=2)

    assert before.matches
    assert desk.compare().matches == ()


@pytest.mark.parametrize("number", ["0", "6", "999999999999", "-1", "x", "", "٣"])
@pytest.mark.parametrize("deed", ["aside", "restore"])
def test_paragraph_that_is_not_there_is_not_found(desk, deed, number):
    answer = desk.change(**{deed: number})

    assert answer.status_code == 404
    assert "There is no paragraph of this number in the text." in answer.text


@pytest.mark.parametrize("what", ["paragraphs", "reading"])
def test_unknown_document_is_not_found(desk, reader, what):
    answer = reader.send(f"/cases/{desk.case}/documents/none/{what}", {"aside": 1})

    assert answer.status_code == 404


@pytest.mark.parametrize("what", ["paragraphs", "reading"])
def test_document_of_another_case_is_not_found(desk, reader, services, what):
    other = Desk(reader, services)

    answer = reader.send(f"/cases/{other.case}/documents/{desk.article.id}/{what}", {"aside": 3})

    assert answer.status_code == 404
    assert desk.kind(3) is ParagraphKind.BODY


def test_unknown_case_is_not_found(reader):
    assert reader.open("/cases/none/texts").status_code == 404


def test_deeds_need_the_token(app, desk):
    client = app.test_client()

    answer = client.post(f"/cases/{desk.case}/documents/{desk.article.id}/paragraphs", data={"aside": "3"})

    assert answer.status_code == 400
    assert desk.kind(3) is ParagraphKind.BODY


def test_speaker_is_set_and_taken_back(desk):
    desk.change(speaker_3="  Jane   Doe ", speakers="3")
    assert desk.document.paragraphs[2].speaker == "Jane Doe"
    assert "speech of <bdi>Jane Doe</bdi>" in desk.open()

    desk.change(speaker_3="", speakers="3")
    assert desk.document.paragraphs[2].speaker == ""


def test_told_speech_stands_in_the_speech_ledger(desk):
    desk.change(speaker_3="Jane Doe", speakers="3")

    said = [row.derivative for row in desk.compare().speech if row.derivative]
    told = [each.content.of(desk.document.text) for each in said if each.speaker and each.speaker.name == "Jane Doe"]
    assert told == [STORY.split("\n\n")[2]]


def test_speaker_stays_when_another_deed_follows(desk):
    desk.change(speaker_3="Jane Doe", speakers="3")

    desk.change(aside=4)

    assert desk.document.paragraphs[2].speaker == "Jane Doe"


def test_typed_speaker_is_kept_by_any_button(desk):
    desk.change(speaker_3="Jane Doe", aside=4)

    assert desk.document.paragraphs[2].speaker == "Jane Doe"
    assert desk.kind(4) is ParagraphKind.FURNITURE


def test_several_speakers_are_kept_at_once(desk):
    desk.change(speaker_2="A", speaker_3="B", speakers="all")

    assert [each.speaker for each in desk.document.paragraphs] == ["", "A", "B", "", ""]


@pytest.mark.parametrize("name", ["x" * 1001, "x" * 100_000])
def test_endless_speaker_is_refused(desk, name):
    desk.change(speaker_3=name, speakers="3")

    assert desk.document.paragraphs[2].speaker == ""


def test_unknown_paragraph_gets_no_speaker(desk):
    answer = desk.change(speaker_77="Jane Doe", speakers="77")

    assert answer.status_code == 303
    assert [each.speaker for each in desk.document.paragraphs] == [""] * 5


def quoteless(name):
    """The name as a browser sends it."""
    return name.replace('"', "%22")


@pytest.mark.parametrize("said", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"])
def test_hostile_words_are_shown_as_words(reader, services, said):
    desk = Desk(
        reader,
        services,
        f"{STORY}\n\n{said} is what the engineer wrote on the wall.".encode(),
        f"{quoteless(said)}.txt",
    )
    desk.change(speaker_3=said, speakers="3")
    desk.read(title=said, publisher=said, published=said)

    page = desk.open()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert html.escape(said, quote=False) in page.replace("&#34;", '"').replace("&#39;", "'")


def test_hidden_characters_are_made_visible(reader, services):
    desk = Desk(reader, services, f"{STORY}\n\nThe \u202eegdirb\u202c opened with\u200b joy today.".encode())

    assert "\u202e" not in desk.open()


@pytest.mark.parametrize("name", ["title", "publisher", "published"])
def test_details_are_changed_on_the_page(desk, name):
    answer = desk.read(**{name: "Something else"})

    assert answer.location == f"/cases/{desk.case}/texts?done=described#document-1"
    assert getattr(desk.services.open_case(desk.case).articles[0], name) == "Something else"
    assert "The details were saved." in desk.reader.open(answer.location.partition("#")[0]).text


def test_bad_address_is_refused_with_all_that_was_typed(desk):
    answer = desk.read(url="javascript:alert(1)", title="Typed title")

    assert answer.status_code == 422
    assert "An address begins with http:// or https://." in answer.text
    assert 'value="Typed title"' in answer.text
    assert desk.services.open_case(desk.case).articles[0].title != "Typed title"


def test_language_is_changed_on_the_page(desk):
    desk.read(language="de")

    assert desk.document.language == "de"
    assert '<option value="de" selected>German</option>' in desk.open()


def test_wrong_guess_of_the_encoding_is_corrected(reader, services):
    desk = Desk(reader, services, UMLAUTS.encode("cp850"), "story.txt")

    desk.read(encoding="cp850")

    assert desk.document.text == UMLAUTS
    assert '<option value="cp850" selected>' in desk.open()


def test_encoding_goes_back_to_what_was_found(reader, services):
    desk = Desk(reader, services, UMLAUTS.encode(), "story.txt")
    desk.read(encoding="cp1252")
    assert "Ã" in desk.document.text

    desk.read(encoding="")

    assert desk.document.text == UMLAUTS


@pytest.mark.parametrize("encoding", ["x-nonsense", "rot13", "base64", "../../etc", "utf-8\x00"])
def test_encoding_that_is_none_changes_nothing(desk, encoding):
    before = desk.document.text

    assert desk.read(encoding=encoding).status_code == 303

    assert desk.document.text == before


def test_text_without_words_stays_as_it_was(reader, services):
    desk = Desk(reader, services, b"ab cd", "story.txt")

    answer = desk.read(encoding="utf-16")

    assert answer.status_code in {303, 422}
    assert desk.document.text


def test_pasted_text_offers_no_encoding(reader, services):
    case = reader.make_case()

    page = reader.open(f"/cases/{case}/texts").text

    assert 'name="encoding"' not in page
    assert 'name="language"' in page


def test_choices_that_no_longer_fit_are_counted(reader, services):
    data = "Ä\n\nÖ Müller kam.\n\nDie Brücke ist offen und alle freuen sich sehr.".encode()
    desk = Desk(reader, services, data, "story.txt")
    desk.change(aside=3)

    desk.read(encoding="cp1252")

    assert "1 choice of yours stood beside paragraphs that are not there" in desk.open()
    assert desk.kind(3) is not ParagraphKind.FURNITURE


def test_choices_come_back_with_their_reading(reader, services):
    data = "Ä\n\nÖ Müller kam.\n\nDie Brücke ist offen und alle freuen sich sehr.".encode()
    desk = Desk(reader, services, data, "story.txt")
    desk.change(aside=3)
    desk.read(encoding="cp1252")

    desk.read(encoding="")

    assert desk.kind(3) is ParagraphKind.FURNITURE
    assert "of yours stood beside" not in desk.open()


@pytest.fixture
def word(reader, services):
    return Desk(reader, services, build_docx(CHANGED), "story.docx")


def test_tracked_changes_are_read_both_ways(word):
    assert word.document.text == "The bridge cost thirteen million pounds and took three years to build."

    word.read(changes="original")
    assert word.document.text == "The bridge cost twelve million pounds and took three years to build."

    word.read(changes="accepted")
    assert "thirteen" in word.document.text


def test_tracked_changes_change_the_findings(word):
    assert [finding.kind for finding in word.compare().findings]

    word.read(changes="original")

    assert word.compare().findings == ()


def test_names_of_those_who_changed_are_nowhere(word, reader):
    pages = [word.open(), *(reader.open(f"/cases/{word.case}{place}").text for place in ("", "/articles/1"))]

    assert not any("Eve Secret" in page for page in pages)


@pytest.mark.parametrize("changes", ["", "both", "ORIGINAL"])
def test_unknown_way_of_reading_changes_asks_for_nothing(word, changes):
    word.read(changes=changes)

    assert "thirteen" in word.document.text


def test_dismissals_stay_when_a_paragraph_goes(reader, services, app):
    release = "The bridge over the river cost £5 million and was built in three years by forty engineers."
    story = f"{release.replace('£5', '£6')}\n\nIt rained the whole day in the valley and nobody minded."
    answer = reader.compare(release, "", article_1_file=give_file(story.encode(), "a.txt"))
    case = answer.location.split("/")[2]
    record = services.open_comparison(case, 1)
    app.extensions["copytrail"].reviewing.dismiss_finding(record, record.comparison.findings[0], "Both are right.")

    document = services.open_case(case).articles[0]
    reader.send(f"/cases/{case}/documents/{document.id}/paragraphs", {"aside": 2})

    assert services.open_comparison(case, 1).comparison.findings[0].dismissed.reason == "Both are right."


def test_one_article_leads_to_its_comparison(desk):
    assert f'href="/cases/{desk.case}/articles/1">Compare</a>' in desk.open()


def test_several_articles_lead_to_the_case(reader):
    case = reader.make_case(ARTICLE, "Another story about the bridge.")

    assert f'href="/cases/{case}">Compare 2 articles</a>' in reader.open(f"/cases/{case}/texts").text


def test_many_set_aside_in_a_row_are_folded(reader, services):
    links = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(12))
    page = f"<html><body><nav><ul>{links}</ul></nav><article><h1>Bridge</h1><p>{ARTICLE}</p></article></body></html>"

    shown = Desk(reader, services, page.encode(), "story.html").open()

    assert re.search(r"<summary>\d+ set aside, A\d+ to A\d+, \d+ words", shown)
    assert "Section 11" in shown


def test_removed_speaker_goes_with_the_case(desk, settings):
    desk.change(speaker_3="Xylophonist Zeitgeist", speakers="3")
    desk.compare()
    desk.change(speaker_3="", speakers="3")
    desk.compare()
    desk.services.delete_case(desk.case)

    files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
    assert not any(b"Xylophonist" in path.read_bytes() for path in files)


def test_text_read_anew_leaves_no_word_of_before(word, settings):
    assert any(b"thirteen" in path.read_bytes() for path in settings.data_folder.rglob("*") if path.is_file())

    word.read(changes="original")

    files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
    assert not any(b"thirteen" in path.read_bytes() for path in files)


def test_run_is_restored_at_once(reader, services):
    menu = "<nav>" + "".join(f"<a href=/{n}>Section {n}</a><br>" for n in range(8)) + "</nav>"
    story = "<article><h1>Bridge opens</h1><p>The bridge opened on Monday after four years of work.</p></article>"
    desk = Desk(reader, services, f"<html><body>{menu}{story}</body></html>".encode(), "story.html")
    aside = [each.number for each in desk.document.paragraphs if each.kind is ParagraphKind.FURNITURE]
    assert f'value="{aside[0]}-{aside[-1]}"' in desk.open()

    desk.change(restore=f"{aside[0]}-{aside[-1]}")

    assert all(each.kind is not ParagraphKind.FURNITURE for each in desk.document.paragraphs)


def test_text_without_anything_kept_is_said(reader, services):
    desk = Desk(reader, services, b"The bridge opened on Monday after four years of work.", "story.txt")

    desk.change(aside=1)

    assert "Nothing of this text is kept" in desk.open()


def test_both_readings_of_changes_are_compared(word, reader):
    page = word.open()
    assert "before and after its tracked changes" in page

    landed = reader.send(f"/cases/{word.case}/documents/{word.article.id}/changes", follow=True)

    assert "thirteen" in landed.text
    assert "twelve" in landed.text
    assert "Tracked changes: " in landed.text


def test_text_without_changes_has_no_two_readings(reader, services):
    desk = Desk(reader, services, b"The bridge opened on Monday.", "story.txt")

    assert reader.send(f"/cases/{desk.case}/documents/{desk.article.id}/changes").status_code == 404
