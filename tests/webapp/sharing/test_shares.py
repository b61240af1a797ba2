"""The page on which links are made, listed, revoked and given more time, on both databases."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from sqlalchemy import text

from webapp.faults import StoreFull, UnknownArticle, UnknownShare
from webapp.sharing.shares import Share, Terms


@pytest.fixture
def settings(each_database):
    return each_database


def test_link_is_shown_this_once(sharer, reader, holder):
    answer = sharer.send(label="For the lawyer")

    first, second = reader.open(answer.location).text, reader.open(answer.location).text

    assert answer.status_code == 303
    link = sharer.find_link(first)
    assert len(link.rpartition("/")[2]) == 43
    assert link not in second
    assert "it can be shown only once" in second
    assert holder.get(link).status_code == 200


def test_only_the_hash_is_stored(sharer, services):
    token = sharer.make().rpartition("/")[2]

    with services.database.reading() as connection:
        rows = connection.execute(text("SELECT * FROM shares")).mappings().all()

    assert [row["digest"] for row in rows] == [hashlib.sha256(token.encode()).hexdigest()]
    assert token not in str(rows)


def test_list_says_what_became_of_a_link(sharer, reader, holder, clock):
    link = sharer.make(label="For the lawyer", reasons="on", until="1")
    clock.move_on(minutes=5)
    holder.get(link)
    holder.get(link + "?show=added")
    holder.head(link)

    page = unescape(reader.open(sharer.address).text)

    assert "For the lawyer" in page
    assert "With reasons, without names" in page
    assert "Until 23 November 2026, 09:00 UTC" in page
    assert "Opened 1 time, last 22 November 2026, 09:05 UTC" in page
    assert "Made 22 November 2026, 09:00 UTC" in page


def test_every_opening_is_counted(sharer, reader, app):
    link = sharer.make()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: app.test_client().get(link).status_code, range(12)))

    assert set(answers) == {200}
    assert "Opened 12 times" in reader.open(sharer.address).text


def test_form_sent_twice_makes_one_link(sharer, reader):
    key = reader.find_field(reader.open(sharer.address).text, "key")

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: sharer.send(key=key).status_code, range(8)))

    assert set(answers) == {303}
    assert len(sharer.list_ids()) == 1


def test_changed_form_makes_another_link(sharer, reader):
    key = reader.find_field(reader.open(sharer.address).text, "key")

    sharer.send(key=key, label="First")
    sharer.send(key=key, label="Second")

    assert len(sharer.list_ids()) == 2


def test_revoked_link_leads_nowhere(sharer, reader, holder):
    link = sharer.make()
    share_id = sharer.list_ids()[0]

    answer = sharer.revoke()

    assert answer.status_code == 303
    assert holder.get(link).status_code == 404
    page = reader.open(answer.location).text
    assert "The link was revoked" in page
    assert "Revoked on 22 November 2026" in page
    assert sharer.revoke(share_id).status_code == 404


def test_link_runs_out_and_is_extended(sharer, reader, holder, clock):
    link = sharer.make(until="1")
    clock.move_on(days=1)
    assert holder.get(link).status_code == 404
    assert "Ran out 23 November 2026" in reader.open(sharer.address).text

    answer = reader.send(f"{sharer.address}/{sharer.list_ids()[0]}/extend", {"until": "7"}, follow=False)

    assert answer.status_code == 303
    assert holder.get(link).status_code == 200
    assert "Until 30 November 2026, 09:00 UTC" in reader.open(sharer.address).text


def test_revoked_link_is_never_extended(sharer, reader, holder):
    link, share_id = sharer.make(), sharer.list_ids()[0]
    sharer.revoke()

    answer = reader.send(f"{sharer.address}/{share_id}/extend", {"until": "revoked"})

    assert answer.status_code == 404
    assert holder.get(link).status_code == 404


def test_link_to_a_day_holds_to_its_end(sharer, holder, clock):
    link = sharer.make(until="date", date="2026-11-23")

    clock.move_on(hours=38, minutes=59)
    assert holder.get(link).status_code == 200
    clock.move_on(minutes=1)

    assert holder.get(link).status_code == 404


def test_link_until_revoked_stays_open(sharer, holder, clock):
    link = sharer.make(until="revoked")

    clock.move_on(days=4000)

    assert holder.get(link).status_code == 200


def test_extension_of_no_length_is_refused(sharer, reader):
    sharer.make()

    answer = reader.send(f"{sharer.address}/{sharer.list_ids()[0]}/extend", {"until": "for ever"})

    assert answer.status_code == 422
    assert "Choose how long" in answer.text


def test_links_of_another_case_are_out_of_reach(sharer, reader, holder):
    link, share_id = sharer.make(), sharer.list_ids()[0]
    other = reader.make_case("Another story about the bridge.")

    for deed in ("revoke", "extend"):
        answer = reader.send(f"/cases/{other}/shares/{share_id}/{deed}", {"until": "1"})
        assert answer.status_code == 404

    assert holder.get(link).status_code == 200
    assert share_id not in reader.open(f"/cases/{other}/shares?made={share_id}").text


def test_link_goes_with_its_case_or_article(sharer, reader, holder, services):
    whole, one = sharer.make("case"), sharer.make("article-1")
    article = services.open_case(sharer.case).articles[0]

    reader.send(f"/cases/{sharer.case}/documents/{article.id}/delete")
    assert (holder.get(whole).status_code, holder.get(one).status_code) == (200, 404)
    reader.send(f"/cases/{sharer.case}/delete")

    assert holder.get(whole).status_code == 404


def test_link_to_a_strange_article_is_refused(app, sharer, reader, services):
    other = services.open_case(reader.make_case("Another story about the bridge."))
    desk, now = app.extensions["copytrail"], services.clock()
    share = Share(id="s" * 27, case_id=sharer.case, document_id=other.articles[0].id, terms=Terms(), made=now)

    with pytest.raises(UnknownArticle):
        desk.sharing.make(share)

    with pytest.raises(UnknownShare):
        desk.sharing.revoke(sharer.case, share.id)


def test_opening_that_cannot_be_counted_is_shown(app, sharer, holder, monkeypatch):
    link = sharer.make()
    database = app.extensions["copytrail"].services.database

    def refuse(_self):
        raise StoreFull

    monkeypatch.setattr(type(database), "writing", refuse)
    answer = holder.get(link)

    assert answer.status_code == 200
    assert "The minister" in answer.text
