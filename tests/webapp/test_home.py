"""The first page."""

from __future__ import annotations

import html

from copytrail.case_files import bundled_cases


def test_home_opens_on_an_empty_database(reader):
    page = reader.open("/")

    assert page.status_code == 200
    assert "No case yet" in page.text


def test_example_opens_with_one_click(reader):
    page = reader.send("/example", follow=True)

    folder = bundled_cases()[0]
    assert page.status_code == 200
    assert folder.title in page.text
    assert all(html.escape(article.title) in page.text for article in folder.derivatives)


def test_example_is_stored_once_only(reader, services):
    reader.send("/example")
    reader.send("/example")

    assert len(services.list_cases()) == 1


def test_home_opens_without_the_bundled_case(reader, monkeypatch):
    monkeypatch.setattr("webapp.examples.bundled_cases", lambda: ())

    page = reader.open("/")

    assert page.status_code == 200
    assert "example" not in page.text
    assert reader.send("/example").status_code == 404


def test_cases_are_listed_last_first(reader, clock):
    reader.make_case(title="The older case")
    clock.move_on(minutes=5)
    reader.make_case(title="The newer case")

    page = reader.open("/").text
    assert page.index("The newer case") < page.index("The older case")


def test_every_field_has_its_label_and_limit(reader):
    page = reader.open("/").text

    for name in ("original-text", "original-file", "article-1-text", "article-1-file", "original-title"):
        assert f'<label for="{name}">' in page
    assert page.count("Up to 1 MB") == 2


def test_pages_hold_no_inline_script_or_style(reader):
    case = reader.make_case()

    for address in ("/", f"/cases/{case}", f"/cases/{case}/articles/new", "/nothing"):
        page = reader.open(address).text
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick=" not in page
        assert "<script>" not in page


def test_first_page_leads_to_older_cases(reader, clock):
    for number in range(14):
        clock.move_on(minutes=1)
        reader.make_case(f"Story number {number} of many.", title=f"Case {number:02}")

    page = reader.open("/").text

    assert page.index("Case 13") < page.index("Case 02")
    assert "Case 01" not in page
    assert 'href="/cases">All cases' in page
