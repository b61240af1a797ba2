"""The use cases of tags: give them to cases, call one otherwise everywhere, take one off everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webapp import store
from webapp.catalogue.lines import Tag
from webapp.db import Database
from webapp.people.rights import ALONE, Viewer


@dataclass(frozen=True, slots=True)
class Tagging:
    """Gives cases their tags."""

    database: Database
    find_viewer: Callable[[], Viewer] = lambda: ALONE
    """Whose list it is: cases that are not shown to them keep their tags."""

    def list_all(self) -> tuple[Tag, ...]:
        """All tags of the cases that one may see, with their numbers."""
        with self.database.reading() as connection:
            return store.tags.list_tags(connection, store.catalogue.list_ids(connection, viewer=self.find_viewer()))

    def set(self, case_id: str, tags: Sequence[Tag]) -> None:
        """Give a case these tags and no others."""
        with self.database.writing() as connection:
            store.cases.load_case(connection, case_id)
            store.tags.set_tags(connection, case_id, tags)
        self.database.forget()

    def add(self, case_ids: Sequence[str], tags: Sequence[Tag]) -> int:
        """Give cases these tags beside those they have; says how many cases there are."""
        with self.database.writing() as connection:
            known = set(store.catalogue.list_ids(connection, viewer=self.find_viewer())) & set(case_ids)
            for case_id in sorted(known):
                store.tags.add_tags(connection, case_id, tags)
        return len(known)

    def rename(self, key: str, tag: Tag) -> int:
        """Call a tag otherwise on all cases; where a case has a tag of that name, the two become one."""
        with self.database.writing() as connection:
            tagged = store.catalogue.list_tagged(connection, key, self.find_viewer())
            store.tags.remove_tag(connection, tag.key, tagged)
            store.tags.remove_tag(connection, key, tagged)
            for case_id in tagged:
                store.tags.add_tags(connection, case_id, (tag,))
        self.database.forget()
        return len(tagged)

    def remove(self, key: str) -> int:
        """Take a tag off all cases; the cases stay."""
        with self.database.writing() as connection:
            tagged = store.catalogue.list_tagged(connection, key, self.find_viewer())
            store.tags.remove_tag(connection, key, tagged)
        self.database.forget()
        return len(tagged)
