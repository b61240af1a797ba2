"""Tags: on a case, and all of them on a page of their own."""

from __future__ import annotations

import html

import pytest

from webapp.catalogue.tags import BadTags, read_tag, read_tags


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (" Iraq ,, iraq, Söul , SOUL", ["Iraq", "Söul"]),
        ("two  words\u202e, a\0b", ["two words", "a b"]),
        ("\u200b, ,", []),
        ("100%, a_b, \\", ["100%", "a_b", "\\"]),
    ],
)
def test_tags_are_read_each_once(typed, names):
    assert [tag.name for tag in read_tags(typed)] == names


@pytest.mark.parametrize("typed", ["x" * 61, ",".join(f"t{number}" for number in range(21))])
def test_too_much_is_refused_in_words(typed):
    with pytest.raises(BadTags, match="Please"):
        read_tags(typed)


@pytest.mark.parametrize("typed", ["", "a, b", "\u200b"])
def test_one_tag_is_one(typed):
    with pytest.raises(BadTags, match="one tag"):
        read_tag(typed)


def test_case_shows_its_tags(each_reader):
    case = each_reader.make_case()

    answer = each_reader.send(f"/cases/{case}/tags", {"tags": "Migration, Été <b>"}, follow=True)

    assert "The tags were saved." in answer.text
    assert 'href="/cases?tag=migration"' in answer.text
    assert "Été &lt;b&gt;" in answer.text
    assert 'value="Été &lt;b&gt;, Migration"' in answer.text


def test_refused_tags_stay_in_their_field(reader, services):
    case = reader.make_case()

    answer = reader.send(f"/cases/{case}/tags", {"tags": "y" * 61})

    assert answer.status_code == 422
    assert "y" * 61 in answer.text
    assert services.open_case(case).tags == ()


def test_tag_is_renamed_on_all_cases(each_desk):
    desk, reader = each_desk
    one, two = reader.make_case(), reader.make_case()
    reader.send(f"/cases/{one}/tags", {"tags": "Irak, Iraq"})
    reader.send(f"/cases/{two}/tags", {"tags": "Irak"})

    page = reader.send("/tags/rename", {"key": "irak", "name": "IRAQ"}, follow=True).text

    assert "The tag has its new name on all cases." in page
    assert [(tag.name, tag.cases) for tag in desk.catalogue.tagging.list_all()] == [("IRAQ", 2)]


def test_tag_is_written_another_way(reader, services):
    case = reader.make_case()
    reader.send(f"/cases/{case}/tags", {"tags": "iraq"})

    reader.send("/tags/rename", {"key": "iraq", "name": "Iraq"})

    assert [tag.name for tag in services.open_case(case).tags] == ["Iraq"]


def test_refused_name_stays_beside_its_tag(reader):
    reader.send(f"/cases/{reader.make_case()}/tags", {"tags": "Iraq"})

    answer = reader.send("/tags/rename", {"key": "iraq", "name": "a, b"})

    assert answer.status_code == 422
    assert 'value="a, b"' in answer.text
    assert "Type one tag, without a comma." in html.unescape(answer.text)


def test_removed_tag_leaves_the_cases(reader, services):
    case = reader.make_case()
    reader.send(f"/cases/{case}/tags", {"tags": "Iraq, Other"})

    page = reader.send("/tags/remove", {"key": "iraq"}, follow=True).text

    assert "The tag was taken off all cases." in page
    assert [tag.name for tag in services.open_case(case).tags] == ["Other"]


def test_page_without_tags_says_so(reader):
    assert "No tags yet." in reader.open("/tags").text
