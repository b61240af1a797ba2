"""A fetcher for sites that a test makes, which never leaves this machine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.webapp.fetching.sites import PUBLIC, Site, World
from webapp.allowed import read_allowed
from webapp.fetching import Fetcher, Rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def make_site():
    """Makes sites that are closed when the test ends."""
    sites: list[Site] = []

    def make(answer, context=None) -> Site:
        sites.append(Site(answer, context))
        return sites[-1]

    yield make
    for site in sites:
        site.close()


@pytest.fixture
def world() -> World:
    """A world with one public site, without anything behind it yet."""
    return World(news_example=PUBLIC)


@pytest.fixture
def make_fetcher(world):
    """Makes fetchers for that world, quick to lose patience."""

    def make(allow: str = "", trust=None, **rules) -> Fetcher:
        outside = world.outside(trust) if trust else world.outside()
        rules = {"seconds": 5.0, "patience": 0.1, **rules}
        return Fetcher(Rules(allowed=read_allowed(allow), **rules), lambda: NOON, outside)

    return make


@pytest.fixture
def fetch(make_site, world, make_fetcher):
    """Fetches the one public site's page when it answers like this."""

    def run(answer, url: str = "http://news.example/", **rules):
        world.sites[PUBLIC] = make_site(answer)
        return make_fetcher(**rules).fetch_page(url)

    return run
