"""What a site asks of programs, heeded when the settings say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.fetching.sites import PAGE, PUBLIC, by_path, say, send_on
from webapp.faults import UnreachablePage
from webapp.fetching.robots import allows

ASKED = r"^The site asks programs not to fetch this page \(robots\.txt\)\. Open the page"
UNTOLD = r"^The site does not tell whether programs may fetch its pages \(robots\.txt\)\. Open the page"


def write(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("rules", "target", "may"),
    [
        ("", "/a", True),
        (write("User-agent: *", "Disallow: /"), "/a", False),
        (write("User-agent: *", "Disallow:"), "/a", True),
        (write("User-agent: *", "Disallow: /a"), "/ab", False),
        (write("User-agent: *", "Disallow: /a/"), "/ab", True),
        (write("User-agent: *", "Disallow: /", "Allow: /news"), "/news/1", True),
        (write("User-agent: *", "Allow: /news", "Disallow: /"), "/sport", False),
        (write("User-agent: *", "Disallow: /news/old", "Allow: /news"), "/news/old/1", False),
        (write("User-agent: *", "Disallow: /a", "Allow: /a"), "/a", True),
        (write("User-agent: other", "Disallow: /"), "/a", True),
        (write("User-agent: Copytrail", "Disallow: /", "", "User-agent: *", "Disallow:"), "/a", False),
        (write("User-agent: *", "Disallow: /", "", "User-agent: copytrail/1.0", "Disallow: /b"), "/a", True),
        (write("User-agent: other", "User-agent: *", "Disallow: /"), "/a", False),
        (write("User-agent: copytrail", "Disallow: /a", "User-agent: copytrail", "Disallow: /b"), "/a", False),
        (write("User-agent: *", "Crawl-delay: 9", "Disallow: /*.pdf$"), "/a/b.pdf", False),
        (write("User-agent: *", "Disallow: /*.pdf$"), "/a/b.pdf?x", True),
        (write("User-agent: *", "Disallow: /a$"), "/a", False),
        (write("User-agent: *", "Disallow: /a$"), "/ab", True),
        (write("User-agent: *", "Disallow: /*?print="), "/a?print=1", False),
        (write("User-agent: *", "Disallow: /*?print="), "/a?x=1", True),
        (write("User-agent: *", "Disallow: /a*b*c"), "/a1c2b", True),
        (write("User-agent: *", "Disallow: /ab*b$"), "/ab", True),
        (write("user-AGENT : * # all", "disallow: /a # not this"), "/a", False),
        (write("User-agent: *", "Disallow: /größe"), "/gr%C3%B6%C3%9Fe", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        (write("Disallow: /", "<html>not found</html>"), "/a", True),
    ],
)
def test_longest_fitting_rule_decides(rules, target, may):
    assert allows(rules, target) is may


@given(st.text(max_size=200), st.text(alphabet="/ab*$?", max_size=20))
def test_any_text_answers_yes_or_no(text, target):
    assert allows(f"User-agent: *\n{text}", target) in {True, False}


def test_many_stars_are_soon_decided():
    assert allows(write("User-agent: *", "Disallow: /" + "a*" * 2000 + "b"), "/" + "a" * 4000) is True


def test_page_the_site_withholds_is_refused(fetch, world):
    rules = say(b"User-agent: *\nDisallow: /a", Content_Type="text/plain")

    with pytest.raises(UnreachablePage, match=ASKED):
        fetch(by_path(robots_txt=rules, a=say()), "http://news.example/a", heeds_robots=True)
    assert world.sites[PUBLIC].paths == ["/robots.txt"]


def test_page_the_site_gives_comes(fetch, world):
    rules = say(b"User-agent: *\nDisallow: /b", Content_Type="")

    page = fetch(by_path(robots_txt=rules, a=say()), "http://news.example/a", heeds_robots=True)

    assert page.content == PAGE
    assert world.sites[PUBLIC].paths == ["/robots.txt", "/a"]


def test_site_without_rules_gives_everything(fetch):
    assert fetch(by_path(a=say()), "http://news.example/a", heeds_robots=True).content == PAGE


def test_rules_hold_after_a_redirect(fetch, world):
    answers = by_path(robots_txt=say(b"User-agent: *\nDisallow: /b"), home=send_on("/b"), b=say())

    with pytest.raises(UnreachablePage, match=ASKED):
        fetch(answers, heeds_robots=True)
    assert world.sites[PUBLIC].paths == ["/robots.txt", "/"]


def test_rules_may_lie_elsewhere(fetch, world):
    answers = by_path(robots_txt=send_on("/rules"), rules=say(b"User-agent: *\nDisallow: /"), home=say())

    with pytest.raises(UnreachablePage, match=ASKED):
        fetch(answers, heeds_robots=True)


@pytest.mark.parametrize("rules", [say(status="503 Busy"), say(status="429 Slow"), send_on("/robots.txt")])
def test_site_that_cannot_tell_is_left(fetch, rules):
    with pytest.raises(UnreachablePage, match=UNTOLD):
        fetch(by_path(robots_txt=rules, home=say()), heeds_robots=True)


def test_rules_that_lie_inward_are_not_read(fetch, world):
    with pytest.raises(UnreachablePage, match="leads to no site on the public internet"):
        fetch(by_path(robots_txt=send_on("http://127.0.0.1/"), home=say()), heeds_robots=True)
    assert world.connected == [(PUBLIC, 80)]


def test_rules_are_not_asked_for_unbidden(fetch, world):
    fetch(by_path(robots_txt=say(b"User-agent: *\nDisallow: /"), home=say()))

    assert world.sites[PUBLIC].paths == ["/"]
