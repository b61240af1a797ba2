"""What somebody asks the list of cases for: words, a tag, where they lie, in which order, which page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from copytrail.text import fold

LONGEST_SEARCH = 500
"""So many characters of a search are used."""
MOST_TERMS = 12
"""So many words and phrases of a search are used."""
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


class CaseState(StrEnum):
    """Where a case lies."""

    ACTIVE = "active"
    ARCHIVED = "archive"
    TRASHED = "trash"


class CaseOrder(StrEnum):
    """What cases are sorted by."""

    CHANGED = "changed"
    MADE = "made"
    NAME = "name"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the list is asked for; the address of the list says the same."""

    words: str = ""
    tag: str = ""
    state: CaseState = CaseState.ACTIVE
    order: CaseOrder = CaseOrder.CHANGED
    page: int = 1

    @property
    def terms(self) -> tuple[str, ...]:
        """What must all be found in a case."""
        return read_terms(self.words)

    @property
    def is_cut(self) -> bool:
        """Whether more was typed than is used."""
        return len(self.words) > LONGEST_SEARCH or sum(1 for _ in _list_terms(self.words)) > MOST_TERMS

    @property
    def query(self) -> dict[str, str]:
        """The same as an address has it, without what goes without saying."""
        values = {"q": self.words, "tag": self.tag, "in": self.state.value, "sort": self.order.value}
        plain = {"q": "", "tag": "", "in": CaseState.ACTIVE.value, "sort": CaseOrder.CHANGED.value}
        page = {"page": str(self.page)} if self.page > 1 else {}
        return {name: value for name, value in values.items() if value != plain[name]} | page


def read_asking(values: Mapping[str, str]) -> Asking:
    """What an address or a form asks for; a word that is none asks for nothing.

    >>> read_asking({"q": "bridge", "sort": "nonsense", "page": "2"}).query
    {'q': 'bridge', 'page': '2'}
    """
    page = values.get("page", "1")
    return Asking(
        words=" ".join(values.get("q", "").split()),
        tag=fold_tag(values.get("tag", "")),
        state=next((each for each in CaseState if each == values.get("in")), CaseState.ACTIVE),
        order=next((each for each in CaseOrder if each == values.get("sort")), CaseOrder.CHANGED),
        page=int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 7 and int(page) else 1,
    )


def read_terms(words: str) -> tuple[str, ...]:
    """The words and quoted phrases of a search, folded, each once.

    >>> read_terms('Müller “New  Bridge” müller')
    ('muller', 'new bridge')
    """
    return tuple(_list_terms(words[:LONGEST_SEARCH]))[:MOST_TERMS]


def fold_tag(name: str) -> str:
    """The form under which two tags are the same."""
    return fold(name).text.strip()


def _list_terms(words: str) -> dict[str, None]:
    """Folded terms as the keys of a dictionary, in their order."""
    found = (fold(match[1] or match[2] or "").text for match in _TERM.finditer(_close(words)))
    return dict.fromkeys(filter(None, (" ".join(term.split()) for term in found)))


def _close(words: str) -> str:
    """The search with its last phrase closed, while it is still being typed."""
    is_open = len(re.findall('["“”„«»]', words)) % 2
    return words + '"' if is_open else words
