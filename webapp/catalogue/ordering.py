"""The use cases of the order of articles: one up or down, or all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.codec import Json
from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import OrderedMeanwhile, UnknownArticle
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Ordering:
    """Puts the articles of a case in order; built once, on the use cases of cases."""

    services: Services

    def move(self, case_id: str, document_id: str, step: int, *, person: str = "") -> None:
        """Move an article up (-1) or down (1) among those that stand there now; at either end it stays."""
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.services.clock())
            before = store.ordering.list_articles(connection, case_id)
            ordered = list(before)
            if document_id not in ordered:
                raise UnknownArticle
            place = ordered.index(document_id)
            ordered.insert(min(max(0, place + step), len(ordered) - 1), ordered.pop(place))
            data: Json = {"before": place + 1, "now": ordered.index(document_id) + 1}
            done = Done(
                deed=Deed.ORDERED, time=self.services.clock(), person=person, document_id=document_id, data=data
            )
            keep_order(connection, case_id, (before, ordered), done)

    def arrange(self, case_id: str, wanted: Sequence[str], *, seen: Sequence[str], person: str = "") -> None:
        """Give all articles the order that a page asks for, which showed another one.

        Articles that came meanwhile follow at the end, those that went are left out; where somebody else put the
        articles in order meanwhile, nothing is changed.
        """
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.services.clock())
            current = store.ordering.list_articles(connection, case_id)
            if [each for each in seen if each in current] != [each for each in current if each in seen]:
                raise OrderedMeanwhile
            asked = [each for each in dict.fromkeys(wanted) if each in current]
            rest = [each for each in current if each not in asked]
            done = Done(deed=Deed.ORDERED, time=self.services.clock(), person=person)
            keep_order(connection, case_id, (current, [*asked, *rest]), done)


def keep_order(
    connection: store.Connection, case_id: str, orders: tuple[Sequence[str], Sequence[str]], done: Done
) -> None:
    """Give the articles the second of two orders, where that is another than the first."""
    before, now = orders
    if list(before) != list(now):
        store.ordering.order_articles(connection, case_id, now)
        store.events.add_event(connection, case_id, done)
