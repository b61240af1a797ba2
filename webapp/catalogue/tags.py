"""Tags as people type them: separated by commas, each once whatever its case and accents."""

from __future__ import annotations

import unicodedata

from copytrail.errors import CopytrailError
from webapp.catalogue.asking import fold_tag
from webapp.catalogue.lines import Tag

LONGEST_TAG = 60
MOST_TAGS = 20
"""So many tags has a case."""


class BadTags(CopytrailError):
    """The tags cannot be used as they were typed."""


def read_tags(typed: str) -> tuple[Tag, ...]:
    """The tags in a field; raises BadTags where one is too long or there are too many.

    >>> [tag.name for tag in read_tags("Migration,  migration , Iraq")]
    ['Migration', 'Iraq']
    """
    names = (_clean(part) for part in typed.split(","))
    tags: dict[str, Tag] = {}
    for name in filter(None, names):
        if len(name) > LONGEST_TAG:
            raise BadTags(f"A tag has up to {LONGEST_TAG} characters. Please shorten it.")
        key = fold_tag(name)
        if key:
            tags.setdefault(key, Tag(key, name))
    if len(tags) > MOST_TAGS:
        raise BadTags(f"A case has up to {MOST_TAGS} tags. Please take some out.")
    return tuple(tags.values())


def read_tag(typed: str) -> Tag:
    """One tag without a comma; raises BadTags where that is something else."""
    tags = read_tags(typed)
    if len(tags) != 1:
        raise BadTags("Type one tag, without a comma.")
    return tags[0]


def _clean(part: str) -> str:
    """A tag on one line, without hidden characters."""
    plain = "".join(" " if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char for char in part)
    return " ".join(plain.split())
