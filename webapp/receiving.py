"""Files chosen in a form and pages it names: read within limits when they come, and kept beside the form.

What was received is not read again: the form carries its id until it is compared, through any number of saves,
errors and reloads.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from copytrail.confinement import extract_confined
from copytrail.errors import CopytrailError, UnreadableInput
from copytrail.files import Fetch, Fetched, declare_encoding, name_fetched
from copytrail.intake.archive import list_files
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import FileOptions
from copytrail.intake.formats import FORMATS
from copytrail.intake.sniff import find_format, is_zip_of_files
from webapp import store
from webapp.checking import FieldError
from webapp.db import Database
from webapp.faults import AlreadyStored
from webapp.forms import CaseForm
from webapp.inbox import SentPage
from webapp.opening import Opened, open_pages
from webapp.people.rights import ALONE, Viewer
from webapp.records import GivenText, ReceivedFile
from webapp.text_forms import SHORT_FIELDS, GivenFile, TextForm
from webapp.unfinished import AttachmentRecord, StoredAttachment, name_kept
from webapp.wording import BOTH_GIVEN, FILE_GONE, ONE_RELEASE, say_too_long


@dataclass(frozen=True, slots=True)
class _Taken:
    """What became of the files and addresses of a form so far."""

    key: str
    """Of the form."""
    attachments: list[StoredAttachment] = field(default_factory=list)
    errors: list[FieldError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Receiving:
    """What can be done with files and addresses; without `fetch` no address is opened."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    text_limit: int
    fetch: Fetch | None = None
    find_viewer: Callable[[], Viewer] = lambda: ALONE
    """Whose files these are."""

    def take_in(
        self, form: CaseForm, *, wants_page: Callable[[str], bool] = lambda _prefix: False
    ) -> tuple[CaseForm, tuple[FieldError, ...]]:
        """Receive the files of the form and the pages wanted; what fails leaves its text as it was, with the reason."""
        taken = _Taken(form.key)
        spread = self._spread_files(form, taken)
        wanted = {
            prefix: text.address.strip() for prefix, text in spread.texts if text.wants_page and wants_page(prefix)
        }
        pages = open_pages(self.fetch, wanted)
        attached = spread.map_texts(lambda prefix, text: self._take_text(prefix, text, pages, taken))
        whose = self.find_viewer().person_id
        if taken.attachments:
            with suppress(AlreadyStored), self.database.writing() as connection:
                for attachment in taken.attachments:
                    store.attachments.add_attachment(connection, attachment, self.clock(), person_id=whose)
        return attached, tuple(taken.errors)

    def take_page(self, page: SentPage) -> AttachmentRecord:
        """Receive a page that a browser sent; what it built with scripts is in it."""
        content = page.html.encode("utf-8", "replace")
        options = FileOptions(encoding="utf-8")
        extract = extract_confined(content, FORMATS["html"], options)
        known = replace(extract, url=page.url or extract.url, title=extract.title or page.title)
        file = ReceivedFile(
            name="", format_name="html", options=options, extract=known, address=page.url, fetched=page.received
        )
        received, whose = self._keep(content, file, self.make_id()), self.find_viewer().person_id
        with self.database.writing() as connection:
            store.attachments.add_attachment(connection, received, self.clock(), person_id=whose)
        return received.record

    def find_kept(self, form: CaseForm) -> CaseForm:
        """The form with what is known of each file kept for it; one that is gone is said to be."""
        ids = [text.kept for _prefix, text in form.texts if text.kept]
        if not ids:
            return form
        with self.database.reading() as connection:
            known = store.attachments.list_attachments(connection, ids, self.find_viewer().person_id)
        return form.map_texts(lambda _prefix, text: _show_kept(text, known))

    def give(self, text: TextForm) -> GivenText:
        """The text as the services take it."""
        if not text.kept:
            return text.give()
        with self.database.reading() as connection:
            stored = store.attachments.load_attachment(connection, text.kept, self.find_viewer().person_id)
        if stored is None:
            raise UnreadableInput(FILE_GONE)
        return replace(text.give(), content=stored.content, pasted=False, file=stored.file)

    def drop(self, form: CaseForm) -> None:
        """Delete what was received for a form that is not kept."""
        kept = [text.kept for _prefix, text in form.texts if text.kept]
        if kept:
            with self.database.writing() as connection:
                store.attachments.drop_unused(connection, kept)
            self.database.forget()

    def _spread_files(self, form: CaseForm, taken: _Taken) -> CaseForm:
        """The form with one text for each file: several files in one place, or a zip of them, make several articles."""
        original = form.original
        if original and len(files := self._unpack("original", original, taken)) > 1:
            taken.errors.append(FieldError("original-file", ONE_RELEASE))
            original = replace(original, files=(), refused=ONE_RELEASE)
        elif original:
            original = replace(original, files=files)
        articles: list[TextForm] = []
        for prefix, text in form.texts:
            if prefix != "original":
                first, *others = self._unpack(prefix, text, taken) or (None,)
                articles.append(replace(text, files=(first,) if first else ()))
                articles += [TextForm(files=(each,), role=text.role) for each in others if each]
        return replace(form, original=original, articles=tuple(articles))

    def _unpack(self, prefix: str, text: TextForm, taken: _Taken) -> tuple[GivenFile, ...]:
        """The files chosen for a text, those inside zips among them."""
        found: list[GivenFile] = []
        for file in text.files:
            try:
                inside = list_files(file.content) if is_zip_of_files(file.content) else ()
            except CopytrailError as error:
                taken.errors.append(FieldError(f"{prefix}-file", f"{file.name}: {error}"))
                continue
            found += [GivenFile(name, content) for name, content in inside] or [file]
        return tuple(found)

    def _take_text(self, prefix: str, text: TextForm, pages: Opened, taken: _Taken) -> TextForm:
        asks = prefix in pages
        if not text.files and not asks:
            return text
        place = f"{prefix}-{'address' if asks else 'file'}"
        try:
            if text.text.strip():
                raise UnreadableInput(BOTH_GIVEN)
            received = self._receive(pages[prefix] if asks else text.files[0], f"{taken.key} {prefix}")
        except CopytrailError as error:
            taken.errors.append(FieldError(place, str(error)))
            is_empty = not text.text.strip()
            return replace(text, files=(), refused=str(error) if is_empty and not asks else text.refused)
        taken.attachments.append(received)
        return text.attach(received.record)

    def _receive(self, given: GivenFile | Fetched | CopytrailError, place: str) -> StoredAttachment:
        """A file or page that was given at a place of a form: the same one there has the same id."""
        if isinstance(given, CopytrailError):
            raise given
        try:
            file = _read_file(given) if isinstance(given, GivenFile) else self._read_page(given)
            return self._keep(given.content, file, name_kept(place, given.content, file))
        except CopytrailError as error:
            raise UnreadableInput(f"{given.name}: {error}" if isinstance(given, GivenFile) else str(error)) from error

    def _read_page(self, page: Fetched) -> ReceivedFile:
        kind = find_format(page.content, name_fetched(page))
        options = FileOptions(encoding=declare_encoding(page))
        extract = extract_confined(page.content, kind, options)
        known = replace(extract, url=extract.url or page.url)
        return ReceivedFile(
            name="", format_name=kind.name, options=options, extract=known, address=page.url, fetched=self.clock()
        )

    def _keep(self, content: bytes, file: ReceivedFile, attachment_id: str) -> StoredAttachment:
        size = sum(len(block.text.encode("utf-8", "surrogatepass")) for block in file.extract.blocks)
        if size > self.text_limit:
            raise UnreadableInput(say_too_long(size, self.text_limit))
        document = make_document(file.extract)
        extract = file.extract
        record = AttachmentRecord(
            id=attachment_id,
            name=file.name,
            format_name=file.format_name,
            size=len(content),
            words=len(document.words),
            address=file.address,
            found={name: getattr(extract, name) for name in SHORT_FIELDS},
        )
        return StoredAttachment(record=record, content=content, file=file)


def _show_kept(text: TextForm, known: dict[str, AttachmentRecord]) -> TextForm:
    if text.kept in known:
        return replace(text, attachment=known[text.kept])
    return replace(text, refused=FILE_GONE) if text.kept else text


def _read_file(file: GivenFile) -> ReceivedFile:
    kind = find_format(file.content, file.name)
    return ReceivedFile(name=file.name, format_name=kind.name, extract=extract_confined(file.content, kind))
