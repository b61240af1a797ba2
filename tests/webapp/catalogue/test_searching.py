"""Searching the list: the same on both databases, whatever is typed."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.catalogue import finding
from webapp.catalogue.asking import read_asking

MUELLER = "Frau Müller said it cost 100% of £5,000, under_scored and back\\slashed.\n\nA second “new  bridge”."
DRESSES = ("müller", "MULLER", "Mu\u0308ller", "evening star", "£5,000", "100%", "under_scored", "back\\slashed")
SIGNS = {"%": ["Lady"], "_": ["Lady"], "\\": ["Lady"], "100_": [], "m_ller": [], "%%harbour%%": []}
ODD = {"\0": 0, "\ud800": 0, "har\0bour": 0, "\u202eharbour": 1, "\\u0000": 0, " \t ": 1}


@pytest.fixture
def search(each_reader, open_desk):
    each_reader.compare("The harbour opens again after the winter.", "The harbour is open.", title="Harbour")
    each_reader.compare(MUELLER, "Nothing else stands here.", title="Lady", article_1_publisher="The Evening Star")
    found = open_desk(each_reader)

    def ask(words: str) -> list[str]:
        return found.list_names(q=words)

    ask.page = lambda words: found.open(q=words)
    return ask


def test_words_are_found_whatever_their_dress(search):
    assert {words: search(words) for words in DRESSES} == {words: ["Lady"] for words in DRESSES}


def test_signs_of_patterns_mean_themselves(search):
    assert {words: search(words) for words in SIGNS} == SIGNS


def test_all_words_must_stand_in_the_case(search):
    assert search("muller star nothing") == ["Lady"]
    assert search("muller harbour") == []


def test_quoted_words_stand_together(search):
    assert search('"second new"') == []
    assert search("“new bridge") == ["Lady"]
    assert search('"A second"') == ["Lady"]


def test_odd_characters_break_nothing(each_desk):
    desk, reader = each_desk
    reader.compare("The harbour opens.", "It is open.", title="Harbour")

    assert {words: desk.catalogue.finding.find(read_asking({"q": words})).total for words in ODD} == ODD


def test_search_of_any_length_is_answered(search):
    page = search.page("harbour " + "x" * 10_000)

    assert "The search uses its first 12 words, and its first 500 characters." in page
    assert search("harbour " * 1_000) == ["Harbour"]


def test_words_are_marked_where_they_stand(search):
    page = search.page("harbour WINTER")

    assert '<p class="snippet"><small>Release</small> <span dir="auto">The <mark>harbour</mark> opens again' in page
    assert "the <mark>winter</mark>." in page
    assert "<bdi><mark>Harbour</mark></bdi>" in page


def test_markup_of_texts_stays_text(reader, desk):
    reader.compare("The <b>bold</b> bridge <script>alert(1)</script> opens.", ARTICLE, title="<i>x</i>")

    page = desk.open(q="bridge")

    assert "&lt;b&gt;bold&lt;/b&gt; <mark>bridge</mark> &lt;script&gt;" in page
    assert "<i>x" not in page


def test_changed_titles_are_found_at_once(each_desk, search):
    desk, reader = each_desk
    (line,) = desk.catalogue.finding.find(read_asking({"q": "harbour"})).lines
    article = desk.services.open_case(line.id).articles[0]

    reader.send(f"/cases/{line.id}/rename", {"title": "Quay"})
    reader.send(f"/cases/{line.id}/documents/{article.id}/describe", {"document-1-publisher": "The Morning Post"})

    assert search("quay morning") == ["Quay"]
    assert "harbour" not in str(desk.catalogue.finding.find(read_asking({"q": "quay"})).lines[0].name).casefold()


def test_deleted_article_is_not_found(each_desk, search):
    desk, reader = each_desk
    (line,) = desk.catalogue.finding.find(read_asking({"q": "nothing else"})).lines
    article = desk.services.open_case(line.id).articles[0]

    reader.send(f"/cases/{line.id}/documents/{article.id}/delete")

    assert search("nothing else") == []


def test_what_cannot_be_copied_yet_is_told(reader, desk, monkeypatch):
    reader.compare(title="The old bridge")
    monkeypatch.setattr(finding, "PATIENCE", 0.0)

    early = desk.open(q="bridge")
    monkeypatch.undo()

    assert "3 texts are not searched yet" in early
    assert desk.list_names(q="bridge") == ["The old bridge"]


def test_search_while_typing_gets_the_list_alone(reader, desk):
    reader.compare(title="The old bridge")

    part = reader.open("/cases?q=old", fragment=True).text

    assert part.lstrip().startswith('<div id="found" data-said="1 case found">')
    assert "<html" not in part


def test_found_words_leave_nothing_behind(reader, desk, settings, services):
    secret = "xylophonist"
    case = reader.make_case(f"The {secret} plays. " * 30)
    assert desk.list_names(q=secret)
    article = services.open_case(case).articles[0]

    reader.send(f"/cases/{case}/documents/{article.id}/delete")

    files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
    assert [path.name for path in files if secret.encode() in path.read_bytes()] == []


def test_search_stays_in_the_address(reader, desk):
    reader.compare(RELEASE, title="The old bridge")

    page = desk.open(q='"old bridge"', sort="name", **{"in": "archive"})

    assert 'value="&#34;old bridge&#34;"' in page
    assert re.search(r'href="/cases\?q=%22old\+bridge%22&amp;sort=name"', page)
    assert '<input type="hidden" name="in" value="archive">' in page
