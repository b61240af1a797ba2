"""Tags of cases in the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from webapp import tables
from webapp.catalogue.lines import Tag

_tags = tables.case_tags
_OF_CASES = select(_tags).where(_tags.c.case_id.in_(bindparam("cases", expanding=True)))


def list_tags_of(connection: Connection, case_ids: Collection[str]) -> dict[str, tuple[Tag, ...]]:
    """The tags of these cases, by the cases' ids."""
    found: defaultdict[str, list[Tag]] = defaultdict(list)
    for row in connection.execute(_OF_CASES, {"cases": list(case_ids)}).mappings():
        found[row["case_id"]].append(Tag(row["key"], row["name"]))
    return {case_id: _sort(tags) for case_id, tags in found.items()}


def list_tags(connection: Connection, case_ids: Collection[str] | None = None) -> tuple[Tag, ...]:
    """All tags with the number of cases that have them, or those of some cases."""
    query = select(_tags.c.key, func.min(_tags.c.name), func.count()).group_by(_tags.c.key)
    if case_ids is not None:
        query = query.where(_tags.c.case_id.in_(list(case_ids)))
    return _sort(Tag(key, name, number) for key, name, number in connection.execute(query))


def set_tags(connection: Connection, case_id: str, tags: Iterable[Tag]) -> None:
    """Give a case these tags and no others."""
    connection.execute(delete(_tags).where(_tags.c.case_id == case_id))
    add_tags(connection, case_id, tags)


def add_tags(connection: Connection, case_id: str, tags: Iterable[Tag]) -> None:
    """Give a case these tags beside those it has."""
    held = set(connection.execute(select(_tags.c.key).where(_tags.c.case_id == case_id)).scalars())
    for tag in tags:
        if tag.key not in held:
            connection.execute(insert(_tags).values(case_id=case_id, key=tag.key, name=tag.name))


def remove_tag(connection: Connection, key: str, case_ids: Collection[str]) -> None:
    """Take a tag off these cases."""
    connection.execute(delete(_tags).where(_tags.c.key == key, _tags.c.case_id.in_(list(case_ids))))


def _sort(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    return tuple(sorted(tags, key=lambda tag: (tag.key, tag.name)))
