"""The use cases of tags: give them to cases, call one otherwise everywhere, take one off everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from copytrail.codec import Json
from webapp import store
from webapp.catalogue.lines import Tag
from webapp.deeds import Deed, Done
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Tagging:
    """Gives their tags to cases that somebody may see; built once, on the use cases of cases."""

    services: Services

    def list_all(self) -> tuple[Tag, ...]:
        """All tags of the cases that one may see, with their numbers."""
        with self.services.database.reading() as connection:
            return store.tags.list_tags(connection, store.catalogue.list_ids(connection, self.services.find_viewer()))

    def set(self, case_id: str, tags: Sequence[Tag], person: str = "") -> None:
        """Give a case these tags and no others."""
        with self.services.database.writing() as connection:
            store.cases.load_case(connection, case_id)
            with telling_tags(connection, (case_id,), self._done(person)):
                store.tags.set_tags(connection, case_id, tags)
        self.services.database.forget()

    def add(self, case_ids: Sequence[str], tags: Sequence[Tag], person: str = "") -> int:
        """Give cases these tags beside those they have; says how many cases there are."""
        with self.services.database.writing() as connection:
            known = set(store.catalogue.list_ids(connection, self.services.find_viewer())) & set(case_ids)
            with telling_tags(connection, known, self._done(person)):
                for case_id in sorted(known):
                    store.tags.add_tags(connection, case_id, tags)
        return len(known)

    def rename(self, key: str, tag: Tag, person: str = "") -> int:
        """Call a tag otherwise on all cases; where a case has a tag of that name, the two become one."""
        with self.services.database.writing() as connection:
            tagged = store.catalogue.list_tagged(connection, key, self.services.find_viewer())
            with telling_tags(connection, tagged, self._done(person)):
                store.tags.remove_tag(connection, tag.key, tagged)
                store.tags.remove_tag(connection, key, tagged)
                for case_id in tagged:
                    store.tags.add_tags(connection, case_id, (tag,))
        self.services.database.forget()
        return len(tagged)

    def remove(self, key: str, person: str = "") -> int:
        """Take a tag off all cases; the cases stay."""
        with self.services.database.writing() as connection:
            tagged = store.catalogue.list_tagged(connection, key, self.services.find_viewer())
            with telling_tags(connection, tagged, self._done(person)):
                store.tags.remove_tag(connection, key, tagged)
        self.services.database.forget()
        return len(tagged)

    def _done(self, person: str) -> Done:
        return Done(deed=Deed.TAGGED, time=self.services.clock(), person=person)


@contextmanager
def telling_tags(connection: store.Connection, case_ids: Collection[str], done: Done) -> Iterator[None]:
    """Keep in the history of each case how many tags it got and lost meanwhile; never which."""
    before = store.tags.list_tags_of(connection, case_ids)
    yield
    after = store.tags.list_tags_of(connection, case_ids)
    for case_id in sorted(case_ids):
        old, new = (set(each.get(case_id, ())) for each in (before, after))
        data: Json = {"added": len(new - old), "removed": len(old - new)}
        if old != new:
            store.events.add_event(connection, case_id, replace(done, deed=Deed.TAGGED, data=data))
