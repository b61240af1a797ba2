"""Unfinished forms."""

from __future__ import annotations

import html
import re

from tests.webapp.conftest import ARTICLE, RELEASE

KEY = "a-key-made-for-this-test-only"
WRITER = "a-page-made-for-this-test-only"


def save(reader, **fields):
    values = {
        "key": KEY,
        "writer": WRITER,
        "original-text": RELEASE,
        **{k.replace("_", "-"): v for k, v in fields.items()},
    }
    return reader.send("/drafts", values, fragment=True)


def test_typing_is_saved_and_named_in_the_address(reader):
    answer = save(reader)

    assert answer.headers["HX-Replace-Url"] == f"/?draft={KEY}"
    assert "saved at 09:00 UTC" in answer.text


def test_reload_brings_back_what_was_typed(reader):
    save(reader, article_1_text=ARTICLE, article_1_title="A title", title="A name")

    page = html.unescape(reader.open(f"/?draft={KEY}").text)

    assert RELEASE in page
    assert ARTICLE in page
    assert 'value="A title"' in page
    assert 'value="A name"' in page


def test_unfinished_form_is_offered_on_the_first_page(reader):
    save(reader)

    page = reader.open("/").text

    assert "Unfinished" in page
    assert f'href="/?draft={KEY}"' in page


def test_empty_form_is_not_kept(reader, drafting):
    answer = save(reader, original_text="  ")

    assert "HX-Replace-Url" not in answer.headers
    assert drafting.list_drafts() == ()


def test_emptied_form_is_kept_no_longer(reader, drafting):
    save(reader)
    save(reader, original_text="")

    assert drafting.list_drafts() == ()


def test_comparing_ends_the_unfinished_form(reader, drafting):
    save(reader)

    reader.compare(key=KEY, writer=WRITER)

    assert drafting.list_drafts() == ()


def test_going_back_after_comparing_opens_the_case(reader):
    save(reader)
    reader.compare(key=KEY, writer=WRITER)

    page = reader.open(f"/?draft={KEY}")

    assert page.request.path.startswith("/cases/")
    assert "One release and" in page.text


def test_late_save_brings_nothing_back(reader, drafting):
    reader.compare(key=KEY, writer=WRITER)

    save(reader)

    assert drafting.list_drafts() == ()


def test_button_after_comparing_keeps_the_form(reader, drafting):
    reader.compare(key=KEY, writer=WRITER)

    answer = reader.send("/cases", {"key": KEY, "writer": WRITER, "original-text": RELEASE, "action": "add"})

    assert f"draft={KEY}" not in answer.location
    assert RELEASE in html.unescape(reader.open(answer.location.partition("#")[0]).text)


def test_discarded_form_is_gone(reader, drafting):
    save(reader)

    reader.send(f"/drafts/{KEY}/discard")

    assert drafting.list_drafts() == ()


def test_refused_form_is_kept_as_unfinished(reader, drafting):
    reader.compare(RELEASE, "", key=KEY, writer=WRITER)

    assert [draft.id for draft in drafting.list_drafts()] == [KEY]


def test_articles_to_add_are_kept_with_their_case(reader):
    case = reader.make_case()

    answer = save(reader, case=case, original_text="", article_1_text=ARTICLE)

    assert answer.headers["HX-Replace-Url"] == f"/cases/{case}/articles/new?draft={KEY}"
    assert reader.open(f"/?draft={KEY}", follow=False).location == f"/cases/{case}/articles/new?draft={KEY}"
    assert ARTICLE in html.unescape(reader.open(f"/cases/{case}/articles/new?draft={KEY}").text)


def test_unfinished_articles_go_with_their_case(reader, drafting):
    case = reader.make_case()
    save(reader, case=case, original_text="", article_1_text=ARTICLE)

    reader.delete_for_good(case)

    assert drafting.list_drafts() == ()


def test_unfinished_articles_of_a_deleted_case_say_so(reader):
    answer = save(reader, case="no-such-case", article_1_text=ARTICLE)

    assert answer.status_code == 404
    assert "The case is not here; it may have been deleted." in answer.text


def test_form_with_an_old_token_loses_nothing(app):
    client = app.test_client()
    client.get("/")
    fields = {"csrf_token": "old", "key": KEY, "original-text": RELEASE, "article-1-text": ARTICLE}

    answer = client.post("/cases", data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 400
    assert "Nothing is lost" in answer.text
    assert RELEASE in html.unescape(answer.text)


def test_form_with_an_old_token_is_not_kept_unasked(app, drafting):
    app.test_client().post("/cases", data={"original-text": RELEASE})

    assert drafting.list_drafts() == ()


def save_three(reader):
    for number in range(3):
        reader.send("/drafts", {"key": f"key-number-{number}" * 2, "original-text": f"Text {number}."}, fragment=True)


def test_all_unfinished_forms_are_discarded_at_once(reader, drafting):
    save_three(reader)
    listed = re.findall(r'name="draft" value="([^"]*)"', reader.open("/").text)
    save(reader)

    answer = reader.send("/drafts/discard", {"draft": listed}, follow=True)

    assert "The unfinished forms were discarded." in answer.text
    assert [draft.id for draft in drafting.list_drafts()] == [KEY]


def test_discarding_all_is_asked_twice(reader):
    save_three(reader)

    page = reader.open("/").text

    assert re.search(r"<summary>Discard all</summary>\s*<form[^>]*>.*Discard all 3 for good</button>", page, re.DOTALL)


def test_unfinished_forms_stand_after_the_form(reader):
    save(reader)

    page = reader.open("/").text

    assert page.index('id="form"') < page.index('id="unfinished"')


def test_long_name_of_a_refused_form_is_shortened(reader):
    reader.compare(key=KEY, title="A very long name " * 200)

    page = reader.open("/").text

    assert "A very long name A very long name" in page
    assert page.count("A very long name") < 20
