"""Several pages opened at once, so that a form with many addresses waits no longer than one with a single slow site."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

from copytrail.errors import CopytrailError, UnreadableInput
from copytrail.files import Fetch, Fetched
from webapp.wording import NO_FETCHING, NOT_YET_OPENED

MOST = 4
"""So many pages are opened for one form; the others when it is sent again."""
Opened: TypeAlias = "Mapping[str, Fetched | CopytrailError]"
"""What came from each address, or why nothing did, by the place it was asked for."""
NONE: Opened = MappingProxyType({})


def open_pages(fetch: Fetch | None, addresses: Mapping[str, str]) -> Opened:
    """What stands at these addresses, by the same keys."""
    if not addresses:
        return NONE
    if fetch is None:
        return dict.fromkeys(addresses, UnreadableInput(NO_FETCHING))
    opened: dict[str, Fetched | CopytrailError] = dict.fromkeys(addresses, UnreadableInput(NOT_YET_OPENED))
    with ThreadPoolExecutor(MOST) as pool:
        asked = {place: pool.submit(fetch, address) for place, address in islice(addresses.items(), MOST)}
        opened.update({place: _find_result(page) for place, page in asked.items()})
    return opened


def _find_result(page: Future[Fetched]) -> Fetched | CopytrailError:
    try:
        return page.result()
    except CopytrailError as error:
        return error
