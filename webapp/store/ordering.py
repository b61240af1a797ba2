"""The order of the articles of a case in the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from webapp import tables
from webapp.roles import Role

_documents = tables.documents


def list_articles(connection: Connection, case_id: str) -> tuple[str, ...]:
    """The ids of the articles in their order; nobody else can change it before this transaction ends."""
    return tuple(id_ for id_, _place in _list_places(connection, case_id))


def order_articles(connection: Connection, case_id: str, ordered: Sequence[str]) -> None:
    """Give the articles of a case this order, which names each of them once; other documents stay where they are."""
    places = [place for _id, place in _list_places(connection, case_id)]
    for document_id, place in zip(ordered, places, strict=True):
        connection.execute(update(_documents).where(_documents.c.id == document_id).values(place=place))


def _list_places(connection: Connection, case_id: str) -> list[tuple[str, int]]:
    is_article = (_documents.c.case_id == case_id, _documents.c.role == Role.DERIVATIVE.value)
    query = select(_documents.c.id, _documents.c.place).where(*is_article)
    return [(row.id, row.place) for row in connection.execute(query.order_by(_documents.c.place, _documents.c.id))]
