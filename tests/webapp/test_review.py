"""Dismissing findings: forms, what is kept, and what becomes of it."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from tests.webapp.conftest import Reader
from webapp import comparing, store
from webapp.documents import Documents
from webapp.faults import StoreFull, StoreUnavailable

RELEASE = (
    "Minister opens the new bridge\n\n"
    "The bridge over the river cost £5 million and was built in three years by forty engineers.\n\n"
    "It will open to the public on 4 May 2025 after a last test of its cables, the department said.\n"
)
ARTICLE = RELEASE.replace("£5 million", "£6 million").replace("4 May", "7 May")


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def address(reader) -> str:
    """The comparison of a pair with a changed figure and a changed date."""
    return reader.compare(RELEASE, ARTICLE).location


@pytest.fixture
def page(reader, address) -> Page:
    return Page(reader, address)


class Page:
    """The comparison as a reader works with it."""

    def __init__(self, reader: Reader, address: str) -> None:
        self.reader, self.address = reader, address
        self.case, self.focus = address.split("/")[2], self.find_link()[7:]

    def open(self, query: str = "") -> str:
        return unescape(self.reader.open(self.address + query).text)

    def open_card(self, number: int = 1) -> str:
        """The card of the passage in which a finding stands."""
        return self.open(self.find_link(number))

    def find_link(self, number: int = 1) -> str:
        return re.search(rf'href="(\?focus=\w+)#finding-{number}"', self.open())[1]

    def find_claim(self, number: int = 1) -> str:
        form = self.open_card(number).partition(f'id="review-finding-{number}"')[2]
        return re.search(r'name="claim" value="(\w+)"', form)[1]

    def send(self, deed: str, claim: str, **fields: str):
        fields = {"focus": self.focus, "claim": claim, **fields}
        return self.reader.send(f"{self.address}/findings/{deed}", fields)

    def dismiss(self, number: int = 1, reason: str = "Both are right."):
        return self.send("dismiss", self.find_claim(number), reason=reason)


def list_reasons(services, page) -> list[str | None]:
    findings = services.open_comparison(page.case, 1).comparison.findings
    return [finding.dismissed.reason if finding.dismissed else None for finding in findings]


def test_dismissed_finding_leaves_the_alarms(page, clock):
    before = page.open()
    answer = page.dismiss()
    after = page.open()

    assert answer.status_code == 303
    assert re.search(r"\?focus=m\d+&done=finding-1.dismissed#finding-1$", answer.location)
    assert "1 figure changed" in before
    assert "1 figure changed" not in after
    assert "1 date changed" in after
    assert "Dismissed · 1" in after
    assert "Dismissed by hand on 22 November 2026, 09:00 UTC. Reason: Both are right." in after


def test_dismissal_is_said_on_page_and_case(page, reader):
    location = page.dismiss().location

    assert "Dismissed. The finding stands under “Dismissed”" in unescape(reader.open(location).text)
    assert (
        "1 thing worth checking: 1 date changed. 1 finding dismissed by hand."
        in reader.open(f"/cases/{page.case}").text
    )


def test_dismissal_outlives_a_restart(page, services, settings):
    from webapp import create_app

    page.dismiss()
    again = create_app(settings).extensions["copytrail"].services

    assert list_reasons(again, page) == ["Both are right.", None]
    again.database.close()


def test_restored_finding_is_worth_checking_again(page, services):
    page.dismiss()
    claim = re.search(r'name="claim" value="(\w+)"', page.open().partition('id="dismissed"')[2])[1]

    answer = page.send("restore", claim)

    assert answer.status_code == 303
    assert "done=finding-1.restored#finding-1" in answer.location
    assert list_reasons(services, page) == [None, None]
    assert page.send("restore", claim).status_code == 303


def test_finding_dismissed_on_two_pages_is_no_error(page, services):
    claim = page.find_claim()
    first, second, third = (page.send("dismiss", claim, reason=each) for each in ("It is so.", "", "Asked the office."))

    assert {first.status_code, second.status_code, third.status_code} == {303}
    assert list_reasons(services, page) == ["It is so. · Asked the office.", None]


def test_eight_clicks_dismiss_once(page, services, app):
    record = services.open_comparison(page.case, 1)
    reviewing = app.extensions["copytrail"].reviewing

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: reviewing.dismiss_finding(record, record.comparison.findings[0], "Once."), range(8)))

    assert list_reasons(services, page) == ["Once.", None]


def test_too_long_reason_stays_in_its_form(page, services):
    reason = "word " * 300

    answer = page.dismiss(reason=reason)

    text = unescape(answer.text)
    assert answer.status_code == 422
    assert "longer than 1,000 characters" in text.partition("<textarea")[0]
    assert reason.strip() in text.partition("<textarea")[2]
    assert list_reasons(services, page) == [None, None]


def test_reason_is_kept_where_the_disk_is_full(page, monkeypatch):
    claim = page.find_claim()
    monkeypatch.setattr(store.dismissals, "add_dismissal", raise_full)

    answer = page.send("dismiss", claim, reason="A long thought.")

    assert answer.status_code == 503
    assert "The disk that holds the database is full. Nothing was changed" in answer.text
    assert ">A long thought.</textarea>" in answer.text


def raise_full(*_arguments):
    raise StoreFull


def test_page_stays_where_the_database_is_gone(page, monkeypatch):
    claim = page.find_claim()
    monkeypatch.setattr(store.dismissals, "load_review", raise_unavailable)

    answer = page.send("dismiss", claim, reason="A long thought.")

    assert answer.status_code == 503
    assert answer.headers["HX-Reswap"] == "none"
    assert answer.headers["Retry-After"]


def raise_unavailable(*_arguments):
    raise StoreUnavailable


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_reason_is_kept_where_the_form_is_too_old(page, reader, headers):
    claim = page.find_claim()
    fields = {"claim": claim, "reason": "A long thought.", "focus": page.focus, "csrf_token": "old"}

    answer = reader.client.post(
        f"{page.address}/findings/dismiss", data=fields, headers={"Sec-Fetch-Site": "same-origin", **headers}
    )

    assert answer.status_code == 400
    assert ">A long thought.</textarea>" in answer.text


def test_strangers_cannot_dismiss(page, reader, services):
    claim = page.find_claim()

    answer = reader.client.post(f"{page.address}/findings/dismiss", data={"claim": claim})

    assert answer.status_code == 400
    assert list_reasons(services, page) == [None, None]


def test_reason_for_a_finding_that_is_gone_is_shown(page):
    answer = page.send("dismiss", "0" * 32, reason="<b>A long thought.</b>")

    assert answer.status_code == 409
    assert "This finding is not in the comparison any more" in answer.text
    assert "<blockquote>&lt;b&gt;A long thought.&lt;/b&gt;</blockquote>" in answer.text


def test_dismissal_outlives_a_newer_engine_and_other_furniture(page, reader, services, monkeypatch):
    page.dismiss()
    reader.send(page.address + "/paragraphs", {"side": "derivative", "paragraph": "1", "kind": "furniture"})
    monkeypatch.setattr(comparing, "VERSION", "99.0")

    assert list_reasons(services, page) == ["Both are right.", None]


def test_dismissal_without_its_finding_is_listed(page, reader, services):
    page.dismiss()
    reader.send(page.address + "/paragraphs", {"side": "derivative", "paragraph": "2", "kind": "furniture"})

    after = page.open()
    claim = re.search(r'name="claim" value="(\w+)"', after.partition('id="dismissed"')[2])[1]
    answer = reader.send(page.address + "/findings/restore", {"claim": claim})

    assert "Not found in this comparison any more" in after
    assert "Reason: Both are right." in after
    assert "finding-0.forgotten" in answer.location
    assert services.open_comparison(page.case, 1).comparison.unplaced == ()


@pytest.mark.parametrize("whole", [False, True])
def test_dismissals_go_with_article_and_case(page, services, whole):
    page.dismiss()
    article = services.open_case(page.case).articles[0]

    if whole:
        services.delete_case(page.case)
    else:
        Documents(services).delete(page.case, article.id)

    with services.database.reading() as connection:
        assert store.dismissals.load_review(connection, article.id).dismissals == ()


def test_stored_comparison_holds_no_review(page, services):
    page.dismiss()

    services.open_comparison(page.case, 1)

    with services.database.reading() as connection:
        article = services.open_case(page.case).articles[0]
        assert "Both are right" not in store.comparisons.load_comparison(connection, article.id).data


@pytest.mark.parametrize("name", ["html", "text", "csv", "json"])
def test_every_file_says_what_was_dismissed(page, reader, name):
    page.dismiss()

    one = reader.open(f"{page.address}/export/{name}").text
    case = reader.open(f"/cases/{page.case}/export/{name}").text

    assert "Both are right." in one
    assert "Both are right." in case
    assert "2026-11-22T09:00" in one or "22 November 2026, 09:00 UTC" in one


def test_hostile_reason_stays_text(page):
    page.dismiss(reason="<script>alert(1)</script>\u202e\x00")

    text = page.reader.open(page.address).text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;U+202EU+0000" in text


def test_fragment_follows_the_dismissal(page, reader):
    fields = {"claim": page.find_claim(), "reason": "", "focus": page.focus}

    answer = reader.send(page.address + "/findings/dismiss", fields, fragment=True, follow=True)

    assert "<html" not in answer.text
    assert "No reason was given." in answer.text


def test_missing_article_is_not_found(page, reader):
    assert reader.send(page.address[:-1] + "7/findings/dismiss", {"claim": "x"}).status_code == 404
    assert reader.send(page.address[:-1] + "7/findings/restore", {"claim": "x"}).status_code == 404
