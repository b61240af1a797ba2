"""Links that were made a moment ago, held in memory until they were shown to their maker, once."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

_MOST = 200


class Fresh:
    """The links nobody has seen yet, each by the id of its share.

    >>> fresh = Fresh()
    >>> fresh.hold("a", "secret")
    >>> fresh.take("a"), fresh.take("a")
    ('secret', '')
    """

    def __init__(self) -> None:
        self._tokens: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def hold(self, share_id: str, token: str) -> None:
        """Hold a link until it is taken; only the last ones are held."""
        with self._lock:
            self._tokens[share_id] = token
            while len(self._tokens) > _MOST:
                self._tokens.popitem(last=False)

    def take(self, share_id: str) -> str:
        """The link, which is forgotten by this; empty where it was taken before."""
        with self._lock:
            return self._tokens.pop(share_id, "")
