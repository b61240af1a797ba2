"""The use cases of the cleaning step: look at what was kept of each text, change it, read a file in another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.confinement import extract_confined
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.intake.formats import FORMATS
from copytrail.model import ParagraphKind
from webapp import reading, store
from webapp.choosing import list_changes, tell_cleaning
from webapp.deeds import Deed, Done
from webapp.faults import NoChanges
from webapp.records import CaseRecord, GivenText, KindChoice, OpenText, ReceivedFile, StoredText
from webapp.services import Services

PAGE_TEXTS = 20
"""So many articles stand on one page with the paragraphs of each."""


def find_page(article: int) -> int:
    """The page on which an article of this number stands; the release is on the first.

    >>> find_page(20), find_page(21)
    (1, 2)
    """
    return max(0, article - 1) // PAGE_TEXTS + 1


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What can be done with the texts of a case before and after they are compared; built on the use cases of cases."""

    services: Services

    def open_texts(self, case_id: str, page: int = 1) -> tuple[CaseRecord, tuple[OpenText, ...]]:
        """The texts of the case: the release, so many of its articles, the further originals."""
        with self.services.database.reading() as connection:
            case = store.cases.load_case(connection, case_id)
            first = (page - 1) * PAGE_TEXTS
            records = (case.original, *case.articles[first : first + PAGE_TEXTS], *case.references)
            texts = tuple(store.documents.load_text(connection, record) for record in records)
        return case, tuple(_open(text) for text in texts)

    def open_text(self, case_id: str, document_id: str) -> OpenText:
        """One text of the case."""
        return _open(self._load(case_id, document_id))

    def set_kind(self, case_id: str, document_id: str, number: int, kind: ParagraphKind, *, person: str = "") -> None:
        """Keep what a person says a paragraph is; the comparisons concerned are made anew."""
        self.set_kinds(case_id, document_id, (number,), kind, person=person)

    def set_kinds(
        self, case_id: str, document_id: str, numbers: Sequence[int], kind: ParagraphKind, *, person: str = ""
    ) -> None:
        """The same for several paragraphs at once."""
        text = self._load(case_id, document_id)
        self._save(case_id, text, reading.choose_kinds(text, numbers, kind), person)

    def set_speaker(self, case_id: str, document_id: str, number: int, speaker: str, *, person: str = "") -> None:
        """Keep whose speech a paragraph is; an empty name takes it back."""
        text = self._load(case_id, document_id)
        self._save(case_id, text, (reading.choose_speaker(text, number, " ".join(speaker.split())),), person)

    def read_anew(self, case_id: str, document_id: str, options: FileOptions, *, person: str = "") -> None:
        """Read the bytes of a document in the way a person chose; what it cannot be read in leaves it as it was."""
        text = self._load(case_id, document_id)
        if text.file is None or text.file.options == options:
            return
        extract = extract_confined(text.content, FORMATS[text.file.format_name], options)
        file: ReceivedFile = replace(text.file, options=options, extract=extract)
        document = reading.read_by_machine(replace(text, file=file))
        record = replace(text.record, words=len(document.words), opening=reading.name_opening(document))
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.services.clock())
            store.documents.save_reading(connection, record, file)
            done = Done(deed=Deed.READ_ANEW, time=self.services.clock(), person=person, document_id=document_id)
            store.events.add_event(connection, case_id, done)
        self.services.database.forget()

    def compare_changes(self, case_id: str, document_id: str, *, person: str = "") -> CaseRecord:
        """A new case that holds a file without its tracked changes against the same file with all of them."""
        text = self._load(case_id, document_id)
        if text.file is None or not text.file.extract.has_changes:
            raise NoChanges
        before, after = (_give_reading(text, text.file, changes) for changes in (Changes.ORIGINAL, Changes.ACCEPTED))
        return self.services.create_case(f"Tracked changes: {text.record.name}", before, (after,), person=person)

    def _load(self, case_id: str, document_id: str) -> StoredText:
        with self.services.database.reading() as connection:
            record = store.cases.load_case(connection, case_id).find(document_id)
            return store.documents.load_text(connection, record)

    def _save(self, case_id: str, text: StoredText, choices: Sequence[KindChoice], person: str) -> None:
        now = self.services.clock()
        with self.services.database.writing() as connection:
            store.cases.touch_case(connection, case_id, now)
            store.cases.load_case(connection, case_id).find(text.record.id)
            for choice in choices:
                store.choices.save_choice(connection, text.record.id, choice, now)
            changes = list_changes(text.choices, choices)
            if changes:
                done = tell_cleaning(text.record.id, changes, now, person)
                store.events.add_event(connection, case_id, done)
        self.services.database.forget()


def _give_reading(text: StoredText, file: ReceivedFile, changes: Changes) -> GivenText:
    options = replace(file.options, changes=changes)
    extract = extract_confined(text.content, FORMATS[file.format_name], options)
    record = text.record
    return GivenText(
        content=text.content,
        pasted=False,
        title=record.title,
        publisher=record.publisher,
        url=record.url,
        published=record.published,
        language=record.language,
        file=replace(file, options=options, extract=extract),
    )


def _open(text: StoredText) -> OpenText:
    document = reading.read_by_machine(text)
    fitting = reading.find_fitting(text.choices, document)
    return OpenText(
        record=text.record,
        document=reading.lay_choices(document, fitting),
        file=text.file,
        by_hand=frozenset(choice.number for choice in fitting if choice.kind is not choice.machine_kind),
        lost=len(text.choices) - len(fitting),
    )
