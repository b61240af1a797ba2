"""Addresses on the command line."""

from __future__ import annotations

import pytest

from tests.webapp.fetching.sites import by_path, say
from webapp import commands

STORY = (
    b"<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>"
    b"<p>The minister opened the new bridge over the river on Monday and thanked the engineers who built it.</p>"
    b"<p>Residents had waited for a crossing since the ferry stopped running two winters ago.</p>"
    b"</article></body></html>"
)


@pytest.fixture
def address(make_site, monkeypatch) -> str:
    """The address of a site that the settings allow."""
    site = make_site(by_path(story=say(STORY)))
    monkeypatch.setenv("COPYTRAIL_FETCH_ALLOW", f"127.0.0.1:{site.port}")
    return f"http://127.0.0.1:{site.port}"


def test_page_is_read_from_its_address(address, capsys):
    assert commands.main(["read", f"{address}/story"]) == 0

    assert "The minister opened the new bridge over the river on Monday" in capsys.readouterr().out


def test_missing_page_is_one_sentence(address, capsys):
    assert commands.main(["read", f"{address}/gone"]) == 2

    assert capsys.readouterr().err == (
        f"copytrail: {address}/gone: There is no page at this address (404). "
        "Open the page in a browser, and paste its text or save it as a file.\n"
    )


def test_switched_off_command_fetches_nothing(address, capsys, monkeypatch):
    monkeypatch.setenv("COPYTRAIL_FETCH", "no")

    assert commands.main(["read", f"{address}/story"]) == 2
    assert "Addresses are not fetched here: it is switched off." in capsys.readouterr().err
