"""What the page of the cleaning step says: what was kept of each text, what was set aside and why."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from copytrail.intake.formats import FORMATS
from copytrail.model import Document, ParagraphKind
from webapp.checking import FieldError
from webapp.contexts.documents import ROLE_NAMES
from webapp.contexts.paragraphs import Run, list_runs
from webapp.contexts.text_choices import ChoiceView, list_choices
from webapp.field_views import TextView
from webapp.fields import show_description
from webapp.records import CaseRecord, DocumentRecord, OpenText
from webapp.roles import Role
from webapp.text_forms import TextForm
from webapp.wording import NEVER_COMPARED, NOTHING_KEPT, say_size

OPEN_AT_FIRST = 3
"""So many texts are unfolded; a case may have twenty."""
INTRODUCTION = (
    "What is kept is compared; what is set aside stays with its text and is left out. "
    "Check both before you rely on the comparison."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """One text of the case as it will be compared."""

    id: str
    anchor: str
    role: str
    name: str
    source: str
    kept_as: str
    """How many bytes of it are kept, and their digest."""
    url: str
    article: int
    """The number of the comparison its paragraphs stand in; 0 where they stand in several or in none."""
    notes: tuple[str, ...]
    count: str
    warning: str
    """What is said where nothing is kept."""
    lost: str
    """What a person said of paragraphs that do not stand where they stood."""
    language: str
    runs: tuple[Run, ...]
    fields: TextView
    choices: tuple[ChoiceView, ...]
    open: bool
    open_details: bool
    has_changes: bool
    """Whether it holds tracked changes, so that its two readings can be compared."""
    problem: str
    """Why it could not be read in another way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsPage:
    """All texts of a case, before they are compared or afterwards."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    introduction: str
    notice: str
    page: int
    pages: int
    texts: tuple[KeptText, ...]
    article: int
    """The number of the article to compare where there is one only; 0 leads to the case."""
    compare: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """One text alone, as a fragment."""

    csrf: str
    case_id: str
    text: KeptText


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was typed about a text in vain."""

    document_id: str
    typed: TextForm
    errors: tuple[FieldError, ...] = ()
    problem: str = ""


def make_texts(
    *,
    csrf: str,
    case: CaseRecord,
    texts: tuple[OpenText, ...],
    notice: str = "",
    refused: Refused | None = None,
    pages: tuple[int, int] = (1, 1),
) -> TextsPage:
    """The page of the texts of a case; `pages` are its number and how many there are."""
    articles = len(case.articles)
    return TextsPage(
        title=f"What was kept of the texts: {show_line(case.name)}",
        csrf=csrf,
        case_id=case.id,
        case_name=show_line(case.name),
        introduction=INTRODUCTION,
        notice=notice,
        page=pages[0],
        pages=pages[1],
        texts=tuple(
            show_text(text, is_open=place < OPEN_AT_FIRST, refused=refused) for place, text in enumerate(texts)
        ),
        article=1 if articles == 1 else 0,
        compare="Compare" if articles == 1 else f"Compare {count(articles, 'article')}",
        nothing="" if articles else NEVER_COMPARED,
    )


def show_text(text: OpenText, *, is_open: bool = True, refused: Refused | None = None) -> KeptText:
    """One text with its paragraphs; what was typed in vain stays in its fields."""
    record, document = text.record, text.document
    mine = refused if refused and refused.document_id == record.id else None
    return KeptText(
        id=record.id,
        anchor=record.anchor,
        role=ROLE_NAMES[record.role].format(record.place),
        name=show_line(record.name),
        source=_say_source(record),
        kept_as=f"Kept as it came: {say_size(record.size)}, SHA-256 {record.sha256}.",
        url=record.url if record.url.lower().startswith(("http://", "https://")) else "",
        article=record.place if record.role is Role.DERIVATIVE else 0,
        notes=tuple(show_line(note) for note in document.notes),
        count=_count(document),
        warning="" if any(each.kind is not ParagraphKind.FURNITURE for each in document.paragraphs) else NOTHING_KEPT,
        lost=_say_lost(text.lost),
        language=document.language,
        runs=list_runs(text),
        fields=show_description(record, mine.typed if mine else None, mine.errors if mine else ()),
        choices=tuple(list_choices(text)),
        open=is_open or mine is not None,
        open_details=mine is not None,
        has_changes=bool(text.file and text.file.extract.has_changes),
        problem=mine.problem if mine else "",
    )


def _say_source(record: DocumentRecord) -> str:
    """Where the text came from, in words."""
    source = record.source
    if source is None:
        return f"Pasted on {say_time(record.received)}."
    title = FORMATS[source.format_name].title
    time = say_time(source.fetched or record.received)
    how = f" fetched from {source.address} on" if source.address else f", {source.name}, received on"
    return show_line(f"{title[:1].upper()}{title[1:]}{how} {time}.")


def _count(document: Document) -> str:
    aside = sum(each.kind is ParagraphKind.FURNITURE for each in document.paragraphs)
    kept = count(len(document.paragraphs) - aside, "paragraph")
    return f"{kept} kept, {aside} set aside" if aside else f"{kept}, all kept"


def _say_lost(lost: int) -> str:
    if not lost:
        return ""
    what = "choice" if lost == 1 else "choices"
    return f"{lost} {what} of yours stood beside paragraphs that are not there when the text is read this way."
