"""What may be set about fetching."""

from __future__ import annotations

import pytest

from tests.webapp.fetching.conftest import NOON
from tests.webapp.fetching.sites import PAGE, by_path, say
from webapp.faults import BadSetting, UnreachablePage
from webapp.fetching import build_fetcher
from webapp.settings import read_settings


@pytest.mark.parametrize(
    ("environment", "fetches"),
    [
        ({}, True),
        ({"COPYTRAIL_FETCH": "yes"}, True),
        ({"COPYTRAIL_FETCH": "no"}, False),
        ({"COPYTRAIL_HOSTS": "desk.example.org"}, False),
        ({"COPYTRAIL_HOSTS": "desk.example.org", "COPYTRAIL_FETCH": "yes"}, True),
    ],
)
def test_pages_are_fetched_on_own_machine(environment, fetches):
    assert read_settings(environment).fetch is fetches
    assert build_fetcher(read_settings(environment), lambda: NOON).is_on is fetches


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COPYTRAIL_FETCH", "sometimes"),
        ("COPYTRAIL_ROBOTS", "perhaps"),
        ("COPYTRAIL_FETCH_ALLOW", "10.0.0.0/40"),
        ("COPYTRAIL_FETCH_ALLOW", "intranet.example, http://wiki.example"),
    ],
)
def test_bad_setting_stops_the_start(name, value):
    with pytest.raises(BadSetting, match=name):
        read_settings({name: value})


def test_fetcher_reaches_sites_the_settings_allow(make_site):
    site = make_site(say())
    settings = read_settings({"COPYTRAIL_FETCH_ALLOW": f"127.0.0.1:{site.port}"})

    assert build_fetcher(settings, lambda: NOON).fetch_page(f"http://127.0.0.1:{site.port}/").content == PAGE


def test_allowed_name_is_found_by_this_machine(make_site):
    site = make_site(say())
    settings = read_settings({"COPYTRAIL_FETCH_ALLOW": f"localhost:{site.port}"})

    assert build_fetcher(settings, lambda: NOON).fetch_page(f"http://LocalHost:{site.port}/").content == PAGE


def test_fetcher_heeds_robots_when_set(make_site):
    site = make_site(by_path(robots_txt=say(b"User-agent: *\nDisallow: /"), home=say()))
    settings = read_settings(
        {"COPYTRAIL_FETCH_ALLOW": f"127.0.0.1:{site.port}", "COPYTRAIL_ROBOTS": "yes"},
    )

    with pytest.raises(UnreachablePage, match=r"robots\.txt"):
        build_fetcher(settings, lambda: NOON).fetch_page(f"http://127.0.0.1:{site.port}/")


def test_fetcher_leaves_own_machine_alone(make_site):
    site = make_site(say())

    with pytest.raises(UnreachablePage, match="the usual ports of the web only"):
        build_fetcher(read_settings({}), lambda: NOON).fetch_page(f"http://127.0.0.1:{site.port}/")
    assert site.requests == []
