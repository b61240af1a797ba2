"""What a link opens, and everything that it must not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlalchemy import text

from copytrail.corrections.making import relabel_match
from copytrail.model import Label
from tests.webapp.conftest import ARTICLE, Reader, give_file
from tests.webapp.sharing.conftest import SECRET_TITLE, Sharer
from webapp import create_app
from webapp.faults import StoreBusy
from webapp.jobs import queue as queues
from webapp.records import GivenText
from webapp.sharing.guesses import GUESSES

NAME, REASON, FILE = "Ada Canary", "Because the canary sang", "canary-file-name"
RELEASE = (
    "Minister opens the new bridge\n\n"
    "The bridge over the river cost £5 million and was built in three years by forty engineers.\n\n"
    "It will open to the public on 4 May 2025 after a last test of its cables, the department said.\n"
)
STORY = RELEASE.replace("£5 million", "£6 million").replace("4 May", "7 May")
VIEWS = ["", "?view=connected&focus=m1", "?view=article&focus=m2", "?view=ledger", "?view=report", "?focus=m1"]


@pytest.fixture
def reviewed(app, reader) -> Sharer:
    """A case with a dismissed finding and a corrected label, both with a name and a reason."""
    case = reader.compare(RELEASE, STORY, title=SECRET_TITLE).location.split("/")[2]
    desk = app.extensions["copytrail"]
    record = desk.services.open_comparison(case, 1)
    desk.reviewing.dismiss_finding(record, record.comparison.findings[0], REASON)
    with desk.services.database.writing() as connection:
        connection.execute(text("UPDATE dismissals SET person = :name"), {"name": NAME})
    record = desk.services.open_comparison(case, 1)

    def correct(comparison, said):
        return relabel_match(comparison, comparison.matches[0], Label.EDITED, replace(said, person=NAME, reason=REASON))

    desk.correcting.correct(record, correct, seen=record.seen)
    return Sharer(reader, case)


def read_all(holder, link: str) -> str:
    """Every byte of every view, headers too."""
    answers = [holder.get(link + view) for view in VIEWS]
    assert {answer.status_code for answer in answers} == {200}
    return "".join(f"{answer.headers}{answer.text}" for answer in answers)


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("reasons", [True, False])
def test_names_and_reasons_need_leave(reviewed, holder, names, reasons):
    asked = {**({"names": "on"} if names else {}), **({"reasons": "on"} if reasons else {}), "download": "on"}
    link = reviewed.make("article-1", **asked)

    seen = read_all(holder, link) + holder.get(f"{link}/report").text

    assert (NAME in seen) is names
    assert (REASON in seen) is reasons
    assert ("not shown here" in seen) is not reasons
    assert "Corrected by hand · 1" in seen
    assert "Dismissed" in seen


def test_desk_page_never_lends_its_names(reviewed, reader, holder):
    link = reviewed.make()
    reader.open(f"/cases/{reviewed.case}/articles/1?focus=m1")

    seen = read_all(holder, link)
    own = reader.open(f"/cases/{reviewed.case}/articles/1?focus=m1").text

    assert NAME not in seen
    assert NAME in own


def test_one_comparison_tells_nothing_of_its_case(reviewed, reader, holder):
    reader.send(f"/cases/{reviewed.case}/articles", {"article-1-text": "Another story.", "action": "compare"})
    link = reviewed.make("article-1", label="Label canary")

    seen = read_all(holder, link)

    for words in (SECRET_TITLE, reviewed.case, "Label canary", "article 1 of 2", "Another story"):
        assert words not in seen
    assert holder.get(f"{link}/articles/1").status_code == 404
    assert holder.get(f"{link}/articles/2").status_code == 404


def test_comparison_alone_names_no_other_article(reader, holder):
    other = "Another start\n\n" + ARTICLE.split("\n\n", 1)[1]
    sharer = Sharer(reader, reader.make_case(ARTICLE, other))
    alone, whole = sharer.make("article-1", download="on"), sharer.make("case")

    assert "also in article 2" in holder.get(f"{whole}/articles/1?view=ledger").text
    for address in (f"{alone}?view=ledger", f"{alone}?view=report", f"{alone}/report"):
        assert "also in" not in holder.get(address).text


def test_shared_page_shows_the_comparison(reviewed, holder):
    page = holder.get(reviewed.make()).text

    assert "£6 million" in page
    assert "As of 22 November 2026, 09:00 UTC, made by Copytrail" in page
    assert "Worth checking" in page
    assert "Download the report" not in page


def test_shared_page_follows_the_desk(reviewed, reader, holder):
    link = reviewed.make()

    reader.send(
        f"/cases/{reviewed.case}/articles/1/paragraphs", {"side": "derivative", "paragraph": "3", "kind": "furniture"}
    )

    assert "1 set aside as page furniture" in holder.get(link).text


def test_shared_page_has_no_script_and_no_form_that_writes(reviewed, holder):
    seen = read_all(holder, reviewed.make("article-1", download="on"))

    assert "<script" not in seen
    assert "csrf" not in seen
    assert set(re.findall(r'<form[^>]* method="(\w+)"', seen)) == {"get"}
    assert re.findall(r'href="/(?!shared/|static/)[^"]*"', seen) == []


def test_shared_case_leads_to_its_articles(reviewed, reader, holder):
    fields = {"article-1-text": ARTICLE, "article-1-url": "https://news.example/story", "action": "compare"}
    reader.send(f"/cases/{reviewed.case}/articles", fields)
    link = reviewed.make("case", download="on")

    overview = holder.get(link).text
    article = holder.get(f"{link}/articles/2").text

    assert SECRET_TITLE in overview
    assert f'href="{link}/articles/2"' in overview
    assert f'href="{link}/articles/1?view=ledger"' in overview
    assert 'href="https://news.example/story" rel="noreferrer noopener nofollow external"' in overview
    assert f'href="{link}/articles/1">‹ Previous article' in article
    assert "<script" not in overview
    assert re.findall(r'href="/(?!shared/|static/)[^"]*"', overview + article) == []
    assert holder.get(f"{link}/articles/3").status_code == 404
    assert "report-2" in holder.get(f"{link}/report").text


def test_names_stay_away_from_a_shared_case(reviewed, holder):
    link = reviewed.make("case", download="on")

    seen = holder.get(link).text + holder.get(f"{link}/report").text + read_all(holder, f"{link}/articles/1")

    assert NAME not in seen
    assert REASON not in seen


def test_file_names_are_shown_to_nobody(reader, holder):
    content = f"<title>Bridge</title><h1>Bridge</h1><p>{ARTICLE}</p>".encode()
    fields = {"article_1_file": give_file(content, f"{FILE}.html"), "article_1_text": ""}
    case = reader.compare(RELEASE, **fields).location.split("/")[2]
    sharer = Sharer(reader, case)

    link = sharer.make("case", download="on", reasons="on", names="on")
    seen = holder.get(link).text + holder.get(f"{link}/report").text + read_all(holder, f"{link}/articles/1")

    assert "Bridge" in seen
    assert FILE not in seen


def test_answers_carry_their_guards(reviewed, holder, app):
    link = reviewed.make("article-1", download="on")
    signed_in = app.test_client()
    signed_in.get("/")

    for client in (holder, signed_in):
        for address in (
            link,
            f"{link}?view=report",
            f"{link}/report",
            f"{link}x",
            f"{link}/embed",
            f"{link}/a/b",
            "/shared/",
        ):
            headers = client.get(address).headers
            policy = headers["Content-Security-Policy"]
            assert "Set-Cookie" not in headers
            assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cache-Control"] == "no-store"
            assert "script-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy


def test_programs_are_asked_to_stay_away(reviewed, holder):
    token = reviewed.make().rpartition("/")[2]

    robots = holder.get("/robots.txt")

    assert robots.mimetype == "text/plain"
    assert "Disallow: /shared/" in robots.text
    assert token not in robots.text


def test_wrong_expired_and_revoked_look_the_same(reviewed, holder, clock):
    revoked = reviewed.make()
    reviewed.revoke()
    expired = reviewed.make(until="1")
    open_link = reviewed.make("article-1", until="30")
    clock.move_on(days=2)
    wrong = expired[:-1] + ("A" if expired[-1] != "A" else "B")

    links = (wrong, expired, revoked, "/shared/x", f"{open_link}/report", f"{open_link}/embed", f"{open_link}/nothing")
    answers = [holder.get(link) for link in links]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert len({str(answer.headers) for answer in answers}) == 1
    assert "Please ask whoever sent it to you for a new one." in answers[0].text


def test_link_writes_nothing(reviewed, holder, app, services):
    link = reviewed.make("case", download="on", sites="https://news.example")
    before = services.open_comparison(reviewed.case, 1)
    token = link.rpartition("/")[2]

    for rule in app.url_map.iter_rules():
        for method in rule.methods - {"GET", "HEAD", "OPTIONS"}:
            values = {name: "1" if name == "number" else token for name in rule.arguments}
            address = rule.build(values)[1]
            answer = holder.open(address, method=method, headers={"Referer": link})
            assert answer.status_code in {400, 401, 404, 415} or address == "/pages"
    for address in (link, f"{link}/articles/1", f"{link}/embed", f"{link}/report"):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert holder.open(address, method=method, data={"claim": "x"}).status_code == 404

    assert services.open_comparison(reviewed.case, 1) == before


def test_form_sent_to_a_link_learns_nothing(reviewed, holder):
    link = reviewed.make("case")
    unknown = holder.get("/shared/" + "x" * 43)

    answers = [holder.open(address, method="POST", data={"a": "b"}) for address in (link, unknown.request.path)]

    assert {answer.status_code for answer in answers} == {404}
    assert {answer.text for answer in answers} == {unknown.text}
    assert {str(answer.headers) for answer in answers} == {str(unknown.headers)}
    assert "Not opened yet" in reviewed.reader.open(f"/cases/{reviewed.case}/shares").text


def test_frame_stands_on_allowed_sites_only(reviewed, holder):
    link = reviewed.make("article-1", sites="https://News.example/\nhttp://localhost:8080", download="on")

    framed, plain = holder.get(f"{link}/embed?view=article"), holder.get(link)

    assert framed.status_code == 200
    policy = framed.headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://news.example http://localhost:8080")
    assert plain.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert f'href="{link}" target="_blank" rel="noreferrer noopener nofollow"' in framed.text
    assert f"{link}/report" not in framed.text


def test_framed_case_stays_in_its_frame(reviewed, holder):
    link = reviewed.make("case", sites="https://news.example")

    assert f'href="{link}/embed/articles/1"' in holder.get(f"{link}/embed").text
    assert f'href="{link}/embed"' in holder.get(f"{link}/embed/articles/1").text


@pytest.mark.parametrize("what", ["article-1", "case"])
@pytest.mark.parametrize("deed", ["expires", "revoked", "deleted"])
def test_frame_ends_with_its_link(reviewed, reader, holder, clock, what, deed):
    link = reviewed.make(what, sites="https://news.example")
    assert holder.get(f"{link}/embed").status_code == 200

    if deed == "expires":
        clock.move_on(days=8)
    elif deed == "revoked":
        reviewed.revoke()
    else:
        reader.delete_for_good(reviewed.case)

    answer = holder.get(f"{link}/embed")
    assert answer.status_code == 404
    assert "£6 million" not in answer.text
    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("reasons", [True, False])
def test_frame_keeps_to_the_terms_of_its_link(reviewed, holder, names, reasons):
    terms = {**({"names": "on"} if names else {}), **({"reasons": "on"} if reasons else {})}
    link = reviewed.make("article-1", sites="https://news.example", **terms)

    seen = read_all(holder, f"{link}/embed")

    assert (NAME in seen) is names
    assert (REASON in seen) is reasons
    assert SECRET_TITLE not in seen


def test_nothing_but_the_frame_may_be_framed(reviewed, holder, reader):
    link = reviewed.make("case", sites="https://news.example", download="on")
    own = [f"/cases/{reviewed.case}", f"/cases/{reviewed.case}/articles/1", f"/cases/{reviewed.case}/export/html", "/"]

    shared = [holder.get(f"{link}{rest}") for rest in ("", "/articles/1", "/report")]

    for answer in (*shared, *(reader.open(address) for address in own)):
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_sharing_can_be_switched_off(settings, clock, reviewed, reader):
    link = reviewed.make()
    app = create_app(replace(settings, sharing=False), clock=clock)
    closed = Sharer(Reader(app.test_client()), reviewed.case)

    assert app.test_client().get(link).status_code == 404
    page = closed.reader.open(closed.address).text
    assert "Sharing is switched off" in page
    assert "Make the link" not in page
    assert closed.reader.send(closed.address, {"what": "case", "until": "1", "key": "k" * 27}).status_code == 403
    assert len(closed.list_ids()) == 1
    assert closed.revoke().status_code == 303
    app.extensions["copytrail"].services.database.close()


def test_guessing_is_slowed_for_all(reviewed, holder, clock):
    known, unknown = reviewed.make(), reviewed.make()
    holder.get(known)
    for number in range(GUESSES):
        assert holder.get(f"/shared/{number}").status_code == 404

    answers = [holder.get(link) for link in ("/shared/wrong", unknown, known)]
    clock.move_on(minutes=1)

    assert [answer.status_code for answer in answers] == [429, 429, 200]
    assert answers[0].text == answers[1].text
    assert answers[0].headers["Retry-After"] == "60"
    assert holder.get(unknown).status_code == 200


def test_old_link_of_a_class_counts_once(reviewed, holder):
    unknown = reviewed.make()

    for _ in range(GUESSES + 1):
        assert holder.get("/shared/old").status_code == 404

    assert holder.get(unknown).status_code == 200


def test_trouble_is_told_without_a_script(reviewed, holder, services, monkeypatch):
    link = reviewed.make()

    def refuse(_self):
        raise StoreBusy

    monkeypatch.setattr(type(services.database), "reading", refuse)
    answer = holder.get(link)

    assert answer.status_code == 503
    assert "This cannot be shown just now" in answer.text
    assert "<script" not in answer.text


def test_log_holds_no_link(reviewed, holder, caplog):
    with caplog.at_level("DEBUG"):
        link = reviewed.make()
        holder.get(link)
        holder.get(f"{link}x")

    assert caplog.records
    assert link.rpartition("/")[2] not in caplog.text


def test_link_to_this_computer_is_told_apart(settings, clock, reviewed, reader):
    app = create_app(replace(settings, hosts=(*settings.hosts, "desk.example.org")), clock=clock)
    served = Sharer(Reader(app.test_client()), reviewed.case)

    alone = reader.open(reviewed.send().location).text
    by_own_name = served.reader.open(served.send().location).text
    made = served.send().location
    by_its_name = served.reader.client.get(made, headers={"Host": "desk.example.org"}).text

    assert "answers on this computer only" in alone
    assert "a name that only this computer knows" in by_own_name
    assert "this computer" not in by_its_name
    assert 'value="http://desk.example.org/shared/' in by_its_name
    app.extensions["copytrail"].services.database.close()


def test_link_is_https_behind_a_proxy(settings, clock, reviewed):
    app = create_app(replace(settings, secure_cookies=True), clock=clock)
    sharer = Sharer(Reader(app.test_client()), reviewed.case)

    page = sharer.reader.open(sharer.send().location).text

    assert 'value="https://localhost/shared/' in page
    app.extensions["copytrail"].services.database.close()


def test_link_to_a_case_in_the_trash_leads_nowhere(sharer, holder):
    link = sharer.make()
    sharer.reader.send(f"/cases/{sharer.case}/delete")

    thrown_away = holder.get(link)
    sharer.reader.send(f"/cases/{sharer.case}/restore")

    assert thrown_away.status_code == 404
    assert "trash" not in thrown_away.text
    assert holder.get(link).status_code == 200


def test_link_asks_for_patience_while_a_case_is_compared(sharer, holder, app, monkeypatch):
    link = sharer.make("case")
    queue = app.extensions["copytrail"].queue
    monkeypatch.setattr(queues, "PAGE_WORDS", 0)
    queue.alarm.listeners.append(lambda: None)
    services = app.extensions["copytrail"].services
    services.add_articles(sharer.case, (GivenText(content=b"The minister opened another bridge on Friday."),))

    answer = holder.get(link)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "The articles are being compared just now" in answer.text
    assert "/cases/" not in answer.text
