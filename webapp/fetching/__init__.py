"""The only outgoing connections: one page when a person asks for it, guarded against what stands there."""

from webapp.fetching.fetcher import Fetcher, Rules, build_fetcher
from webapp.fetching.page import Fetched
from webapp.fetching.visit import Outside

__all__ = ["Fetched", "Fetcher", "Outside", "Rules", "build_fetcher"]
