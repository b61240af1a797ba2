"""One unfinished form on two pages: neither writes over the other's words."""

from __future__ import annotations

import html
import re

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE

FIELDS = ("key", "writer", "seen")


class Page:
    """A page with a form, as one browser tab shows it."""

    def __init__(self, reader, address="/"):
        self.reader = reader
        self.read(reader.open(address).text)

    def read(self, text):
        found = {name: self.reader.find_field(text, name) for name in FIELDS if f'name="{name}"' in text}
        self.state = {**getattr(self, "state", {}), **found}

    def save(self, **fields):
        answer = self.reader.send("/drafts", self.fill(fields), fragment=True)
        self.read(answer.text)
        return html.unescape(answer.text)

    def press(self, action, **fields):
        return self.reader.send("/cases", {**self.fill(fields), "action": action})

    def fill(self, fields):
        return {**self.state, **{name.replace("_", "-"): value for name, value in fields.items()}}

    @property
    def key(self):
        return self.state["key"]


@pytest.fixture
def pages(reader):
    """Two pages on the same form; the second is the older one, for the first has saved since."""
    first = Page(reader)
    first.save(original_text="Some words.")
    second = Page(reader, f"/?draft={first.key}")
    first.save(original_text="Some words, and newer ones.")
    return first, second


def find_texts(drafting):
    return sorted(drafting.open(draft.id).original.text for draft in drafting.list_drafts())


def test_older_page_is_kept_apart(pages, drafting):
    pages[1].save(original_text="Some words, and older ones.")

    assert find_texts(drafting) == ["Some words, and newer ones.", "Some words, and older ones."]


def test_older_page_says_so_with_a_link(pages):
    answer = pages[1].save(original_text="Some words, and older ones.")

    assert "This form was changed or compared on another page meanwhile." in answer
    assert f'<a href="/?draft={pages[0].key}">Open the other one</a>' in answer
    assert pages[1].key != pages[0].key


def test_page_kept_apart_goes_on_in_its_own_form(pages, drafting):
    pages[1].save(original_text="Older.")

    answer = pages[1].save(original_text="Older, and longer.")

    assert "Open the other one" not in answer
    assert find_texts(drafting) == ["Older, and longer.", "Some words, and newer ones."]


def test_page_that_missed_the_answer_makes_one_form(pages, drafting):
    before = dict(pages[1].state)
    pages[1].save(original_text="Older.")
    pages[1].state = before

    pages[1].save(original_text="Older, and longer.")

    assert find_texts(drafting) == ["Older, and longer.", "Some words, and newer ones."]


def test_page_that_missed_its_own_answer_goes_on(pages, drafting):
    before = dict(pages[0].state)
    pages[0].save(original_text="One.")
    pages[0].state = before

    pages[0].save(original_text="One, two.")

    assert find_texts(drafting) == ["One, two."]


def test_reload_of_an_older_page_shows_the_newer_words(pages, reader):
    page = reader.open(f"/?draft={pages[1].key}").text

    assert "and newer ones" in page
    assert "Open the other one" not in page


def test_older_page_is_told_that_there_is_a_newer_state(pages, reader):
    statuses = [
        reader.open("/drafts/{key}/newer?writer={writer}&seen={seen}".format(**page.state)).status_code
        for page in pages
    ]

    assert statuses == [204, 200]


def test_button_on_an_older_page_keeps_both(pages, reader, drafting):
    answer = pages[1].press("save", original_text="Older.")

    page = html.unescape(reader.open(answer.location.partition("#")[0]).text)
    assert find_texts(drafting) == ["Older.", "Some words, and newer ones."]
    assert "Older." in page
    assert "Open the other one" in page


def test_older_page_compares_what_it_shows(pages, reader, drafting):
    answer = pages[1].press("compare", original_text=RELEASE, article_1_text=ARTICLE)

    assert "opened the new bridge" in reader.open(answer.location).text
    assert find_texts(drafting) == ["Some words, and newer ones."]


def test_double_click_on_an_older_page_makes_one_case(pages, services):
    answers = [pages[1].press("compare", original_text=RELEASE, article_1_text=ARTICLE) for _ in range(2)]

    assert answers[0].location == answers[1].location
    assert len(services.list_cases()) == 1


def test_late_save_of_a_compared_older_page_is_dropped(pages, drafting):
    pages[1].press("compare", original_text=RELEASE, article_1_text=ARTICLE)

    pages[1].save(original_text=RELEASE)

    assert find_texts(drafting) == ["Some words, and newer ones."]


def test_newer_page_goes_on_after_the_older_compared(pages, drafting):
    pages[1].press("compare", original_text=RELEASE, article_1_text=ARTICLE)

    answer = pages[0].save(original_text="Newer still.")

    assert "Open the other one" not in answer
    assert find_texts(drafting) == ["Newer still."]


def test_words_typed_after_another_page_compared_are_kept(pages, reader, drafting):
    pages[0].press("compare", original_text=RELEASE, article_1_text=ARTICLE)

    answer = pages[1].save(original_text="Older.")

    link = re.search(r'<a href="([^"]*)">Open the other one', answer)[1]
    assert find_texts(drafting) == ["Older."]
    assert reader.open(link).request.path.startswith("/cases/")


def test_emptied_older_page_deletes_nothing(pages, drafting):
    pages[1].save(original_text="")

    assert find_texts(drafting) == ["Some words, and newer ones."]


def test_articles_to_add_are_kept_apart_with_their_case(reader, drafting):
    case = reader.make_case()
    first, second = Page(reader, f"/cases/{case}/articles/new"), Page(reader)
    first.save(case=case, article_1_text="Newer.")
    second.state["key"] = first.key

    second.save(case=case, article_1_text="Older.")

    assert {draft.case_id for draft in drafting.list_drafts()} == {case}
    assert len(drafting.list_drafts()) == 2


def test_message_long_under_way_takes_nothing_back(reader, drafting):
    page = Page(reader)
    early = {**page.state, "turn": "1", "original-text": "One."}
    page.save(turn="2", original_text="One, two.")

    reader.send("/drafts", early, fragment=True)

    assert find_texts(drafting) == ["One, two."]


def test_empty_message_long_under_way_deletes_nothing(reader, drafting):
    page = Page(reader)
    early = {**page.state, "turn": "1", "original-text": ""}
    page.save(turn="2", original_text="One, two.")

    reader.send("/drafts", early, fragment=True)

    assert find_texts(drafting) == ["One, two."]
