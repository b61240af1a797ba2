"""The page at an address that the command line was given."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from webapp.fetching import Fetched, build_fetcher
from webapp.settings import read_settings


def fetch_page(url: str) -> Fetched:
    """What stands there, within the limits that the settings draw."""
    settings = read_settings(os.environ)
    return build_fetcher(settings, lambda: datetime.now(UTC)).fetch_page(url)
