"""The form of a case, and what is written about a stored text, as fields with their labels, hints and errors."""

from __future__ import annotations

from dataclasses import replace

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.intake.formats import FORMATS
from webapp.checking import FieldError
from webapp.choices import list_roles, name_text
from webapp.field_views import AttachmentView, ErrorLink, FieldView, FormState, FormView, TextView
from webapp.forms import CaseForm
from webapp.records import DocumentRecord
from webapp.text_forms import TextForm
from webapp.unfinished import AttachmentRecord
from webapp.wording import KEPT_APART, say_size

LIMIT_HINT = "Up to 1 MB, about 150,000 words."
FILE_HINT = "A web page, Word, PDF, OpenDocument, RTF, e-mail or text file, up to 25 MB."
FILES_HINT = FILE_HINT + " Several files, or a zip of them, make several articles."
ADDRESS_HINT = (
    "Copytrail opens this page when you ask for it; its site can see that somebody did. Nothing else is sent."
)
_PLACES = {"address": "address of a page"}
_SHORT = {
    "title": ("Title", ""),
    "publisher": ("Publisher", ""),
    "url": ("Published at", "The address it was published at. It is not opened."),
    "published": ("Date", "As it stands there, or like 2025-08-20."),
}


def show_form(
    form: CaseForm,
    errors: tuple[FieldError, ...] = (),
    *,
    new_article: bool = False,
    opens_addresses: bool = True,
) -> FormView:
    """The form with its errors beside the fields and gathered at the top."""
    messages = {error.field: error.message for error in errors}
    texts = tuple(_show_text(prefix, text, messages, form, new_article) for prefix, text in form.texts)
    if not opens_addresses:
        texts = tuple(replace(text, address=None) for text in texts)
    return FormView(
        state=show_state(form),
        case_id=form.case_id,
        name="Articles to add" if form.case_id else "New case",
        title=FieldView(
            name="title",
            label="Name of the case",
            value=form.title,
            hint="Optional. Without one it is called after the release.",
            error=messages.get("title", ""),
        ),
        texts=texts,
        errors=tuple(ErrorLink(field=e.field, where=_name_place(e.field, form), message=e.message) for e in errors),
        summary=_summarise(len(errors)),
    )


def show_state(form: CaseForm) -> FormState:
    """What the page must know to save the form."""
    return FormState(
        key=form.key,
        writer=form.writer,
        seen=form.seen,
        turn=form.turn,
        case_id=form.case_id,
        apart_from=form.apart_from,
        apart_note=KEPT_APART,
    )


def show_description(
    document: DocumentRecord, typed: TextForm | None = None, errors: tuple[FieldError, ...] = ()
) -> TextView:
    """The fields in which a stored document's title, publisher, address and date are changed."""
    stored = TextForm(
        title=document.title, publisher=document.publisher, url=document.url, published=document.published
    )
    messages = {error.field: error.message for error in errors}
    form = CaseForm(key="")
    return _show_text(document.anchor, typed or stored, messages, form, new_article=False)


def _show_text(prefix: str, text: TextForm, messages: dict[str, str], form: CaseForm, new_article: bool) -> TextView:
    number = 0 if prefix == "original" else int(prefix.rpartition("-")[2])
    what = "article or further original" if number and form.case_id else "article" if number else "release"
    about = tuple(_show_short(prefix, name, getattr(text, name), messages) for name in _SHORT)
    box, file, address = (f"{prefix}-{name}" for name in ("text", "file", "address"))
    return TextView(
        prefix=prefix,
        number=number,
        heading=name_text(number, is_added=bool(form.case_id)),
        roles=list_roles(text) if form.case_id and number else (),
        about=about,
        text=FieldView(
            name=box,
            label=f"Text of the {what}",
            value=text.text,
            hint=LIMIT_HINT,
            error=messages.get(box, ""),
        ),
        file=FieldView(
            name=file,
            label="Or files" if number else "Or a file",
            hint=FILES_HINT if number else FILE_HINT,
            error=messages.get(file, text.refused),
        ),
        takes_many=number > 0,
        address=FieldView(
            name=address,
            label="Or the address of a page",
            value=text.address,
            hint=ADDRESS_HINT,
            error=messages.get(address, ""),
        ),
        attachment=_show_attachment(text.attachment) if text.attachment else None,
        refused=FieldView(name=f"{prefix}-refused", label="", value=text.refused) if text.refused else None,
        open_about=any(field.value.strip() or field.error for field in about),
        removable=number > 0 and len(form.articles) > 1,
        is_new=new_article and number == len(form.articles),
    )


def _show_attachment(attachment: AttachmentRecord) -> AttachmentView:
    kind = FORMATS[attachment.format_name].title
    about = f"{kind[:1].upper()}{kind[1:]}, {say_size(attachment.size)}, {count(attachment.words, 'word')} in all"
    return AttachmentView(id=attachment.id, name=show_line(attachment.name or attachment.address), about=about)


def _show_short(prefix: str, name: str, value: str, messages: dict[str, str]) -> FieldView:
    label, hint = _SHORT[name]
    field = f"{prefix}-{name}"
    return FieldView(name=field, label=label, value=value, hint=hint, error=messages.get(field, ""))


def _name_place(field: str, form: CaseForm) -> str:
    prefix, _, name = field.rpartition("-")
    if not prefix:
        return "Name of the case"
    number = 0 if prefix == "original" else int(prefix.rpartition("-")[2])
    place = name_text(number, is_added=bool(form.case_id))
    label = _SHORT[name][0].lower() if name in _SHORT else _PLACES.get(name, name)
    return f"{place}, {label}"


def _summarise(number: int) -> str:
    if not number:
        return ""
    what = "One thing has" if number == 1 else f"{number} things have"
    return f"{what} to be mended before the texts can be compared"
