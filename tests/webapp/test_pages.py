"""Pages sent from a browser: held in memory, stored when a person says what they are."""

from __future__ import annotations

import re

import pytest

PAGE = (
    "<html lang=en><head><title>Bridge opens at last</title></head><body><nav><a href=/>Home</a></nav><article>"
    "<h1>Bridge opens at last</h1>"
    "<p>The minister opened the new bridge over the river on Monday and thanked the engineers who built it.</p>"
    "<p>Residents had waited for a crossing since the ferry stopped running two winters ago, and many came.</p>"
    "</article></body></html>"
)
FROM_ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://news.example"}


def send(client, **fields):
    sent = {"html": PAGE, "url": "https://news.example/bridge", "title": "Bridge opens at last", **fields}
    return client.post("/pages", data=sent, headers=FROM_ELSEWHERE)


def find_key(answer):
    return re.search(r"url=/pages/([\w-]+)", answer.text)[1]


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def key(client):
    return find_key(send(client))


def test_page_from_another_site_is_held(client, reader):
    answer = send(client)

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    shown = reader.open(f"/pages/{find_key(answer)}").text
    assert "Bridge opens at last" in shown
    assert "https://news.example/bridge" in shown


def test_nothing_is_stored_before_it_is_used(key, services, drafting):
    assert services.list_cases() == ()
    assert drafting.list_drafts() == ()


def test_sent_page_becomes_an_article(reader, key):
    form = reader.send(f"/pages/{key}", {"use": "article"})

    assert form.status_code == 303
    page = reader.open(form.location).text
    assert 'name="article-1-kept"' in page
    assert "https://news.example/bridge" in page


def test_sent_page_becomes_the_release(reader, key):
    form = reader.send(f"/pages/{key}", {"use": "release"})

    assert 'name="original-kept"' in reader.open(form.location).text


def test_sent_page_is_added_to_a_case(reader, key):
    case = reader.make_case()

    form = reader.send(f"/pages/{key}", {"use": f"case-{case}"})

    assert f"/cases/{case}/articles/new" in form.location
    assert 'name="article-1-kept"' in reader.open(form.location).text


def test_used_page_is_gone(reader, key):
    reader.send(f"/pages/{key}", {"use": "article"})

    assert reader.open(f"/pages/{key}").status_code == 404


def test_old_pages_are_forgotten(reader, key, clock):
    clock.move_on(hours=1)

    assert "send it again" in reader.open(f"/pages/{key}").text


def test_many_pages_push_out_the_oldest(client, reader, key):
    for _ in range(8):
        last = find_key(send(client))

    assert reader.open(f"/pages/{key}").status_code == 404
    assert reader.open(f"/pages/{last}").status_code == 200


@pytest.mark.parametrize("html", ["", "   "])
def test_nothing_sent_says_so(client, html):
    answer = send(client, html=html)

    assert answer.status_code == 422
    assert "holds no page" in answer.text


def test_page_of_scripts_keeps_its_offer(client, reader):
    key = find_key(send(client, html="<html><body><script>draw()</script></body></html>"))

    answer = reader.send(f"/pages/{key}", {"use": "article"})

    assert answer.status_code == 422
    assert 'value="article"' in answer.text


def test_using_a_page_needs_the_token(client, key):
    answer = client.post(f"/pages/{key}", data={"use": "article"}, headers=FROM_ELSEWHERE)

    assert answer.status_code == 400


def test_hostile_title_is_text(client, reader):
    key = find_key(send(client, title="<script>alert(1)</script>", url="javascript:alert(1)"))

    shown = reader.open(f"/pages/{key}").text

    assert "<script>alert" not in shown
    assert 'href="javascript' not in shown


def test_bookmark_names_this_address(reader):
    shown = reader.open("/pages").text

    assert "http://localhost/pages" in shown
    assert "outerHTML" in shown
