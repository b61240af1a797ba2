"""The bundled case, which a newcomer looks at first."""

from __future__ import annotations

from copytrail.case_files import CaseText, bundled_cases
from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import UnknownCase
from webapp.records import CaseRecord, GivenText
from webapp.services import Services


def name_example() -> str:
    """The title of the bundled case; empty where its folder was taken out."""
    return next((folder.title for folder in bundled_cases()), "")


def open_example(services: Services, person: str = "") -> CaseRecord:
    """The bundled case, stored at the first time it is asked for, and taken out of the trash."""
    folder = next(iter(bundled_cases()), None)
    if folder is None:
        raise UnknownCase
    with services.database.writing() as connection:
        stored = store.cases.find_bundled(connection, folder.name)
        if stored:
            if not store.access.find_standing(connection, stored, services.find_viewer()).sees:
                raise UnknownCase
            if store.trash.take_back(connection, (stored,)):
                done = Done(deed=Deed.RESTORED, time=services.clock(), person=person)
                store.events.add_event(connection, stored, done)
    articles = tuple(_give_bundled(text) for text in folder.derivatives)
    original = _give_bundled(folder.original)
    return services.create_case(folder.title, original, articles, bundled=folder.name, person=person)


def _give_bundled(text: CaseText) -> GivenText:
    return GivenText(
        content=text.data,
        pasted=False,
        title=text.title,
        publisher=text.publisher,
        url=text.url,
        published=text.published,
        language=text.language,
    )
