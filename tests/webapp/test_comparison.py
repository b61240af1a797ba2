from __future__ import annotations

import pytest


@pytest.fixture
def address(reader) -> str:
    """The comparison of one pasted pair."""
    return reader.compare().location


def test_page_shows_both_texts_with_marks(reader, address):
    page = reader.open(address).text

    assert '<mark class="c">' in page
    assert "Residents had waited for a crossing" in page
    assert "twelve million pounds" in page


def test_fragment_is_the_part_that_changes(reader, address):
    answer = reader.open(address + "?show=added", fragment=True)

    assert answer.text.lstrip().startswith("<title>")
    assert '<div id="comparison"' in answer.text
    assert "<html" not in answer.text
    assert "HX-Request" in answer.headers["Vary"]


def test_address_carries_the_state(reader, address):
    page = reader.open(address + "?view=article&find=bridge&focus=x1").text

    assert "view=article" in page
    assert 'class="hit now"' in page
    assert 'id="detail"' in page


def test_hostile_state_stays_text(reader, address):
    page = reader.open(address + '?find="><script>alert(1)</script>&show=%00&at=999999999999&view=%2e').text

    assert "<script>alert" not in page


def test_paragraph_is_set_aside_and_restored(reader, address):
    fields = {"side": "derivative", "paragraph": "3", "kind": "furniture", "show": "added"}

    answer = reader.send(address + "/paragraphs", fields)
    aside = reader.open(answer.location.partition("#")[0]).text
    reader.send(address + "/paragraphs", {**fields, "kind": "body"})

    assert answer.status_code == 303
    assert "show=added" in answer.location
    assert "A3 is set aside as page furniture" in aside
    assert "Restore A3" in aside
    assert "Restore A3" not in reader.open(address).text


@pytest.mark.parametrize(
    "fields",
    [
        {"side": "derivative", "paragraph": "3", "kind": "gone"},
        {"side": "nobody", "paragraph": "3", "kind": "body"},
        {"side": "derivative", "paragraph": "-3", "kind": "body"},
        {},
    ],
)
def test_nonsense_about_a_paragraph_is_refused(reader, address, fields):
    assert reader.send(address + "/paragraphs", fields).status_code == 400


def test_missing_article_is_not_found(reader, address):
    assert reader.open(address[:-1] + "7").status_code == 404
    fields = {"side": "derivative", "paragraph": "1", "kind": "body"}
    assert reader.send(address[:-1] + "7/paragraphs", fields).status_code == 404
    assert reader.send(address + "/paragraphs", {**fields, "paragraph": "999"}).status_code == 404
