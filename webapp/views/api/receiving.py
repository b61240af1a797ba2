"""Texts that programs send for a case, received as those of a form are."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import replace

from flask import Response, url_for

from copytrail.errors import UnreadableInput
from webapp.api.bodies import BadBody, Fault
from webapp.api.cases import tell_case
from webapp.api.sent import CaseSent, DocumentsSent, TextSent, check_text
from webapp.checking import FieldError
from webapp.forms import CaseForm
from webapp.ids import make_id
from webapp.inbox import SentPage
from webapp.presence import find_person
from webapp.records import CaseRecord, GivenText
from webapp.roles import Role
from webapp.text_forms import GivenFile, TextForm
from webapp.views import find_desk
from webapp.views.api.speaking import send_made
from webapp.views.forms import receive_form

_APART = "A text is empty, or a file holds several: send each text by itself."
Texts = Sequence[tuple[str, TextSent]]
"""Texts with their places in the body."""


def receive_case(sent: CaseSent) -> tuple[CaseForm, tuple[GivenText, ...]]:
    """The texts of a new case, the original first; raises BadBody."""
    original = ("/original", check_text(sent.original, "/original"))
    return _receive(CaseForm(key=make_id(), writer=make_id(), title=sent.title), original, _list_others(sent))


def receive_documents(case_id: str, sent: DocumentsSent) -> tuple[CaseForm, tuple[GivenText, ...]]:
    """More texts for a case; raises BadBody."""
    return _receive(CaseForm(key=make_id(), writer=make_id(), case_id=case_id), None, _list_others(sent))


def send_received(case: CaseRecord) -> Response:
    """The case with its new texts, which are compared in the background where that takes long."""
    desk = find_desk()
    if desk.queue.is_long(case.id):
        desk.queue.start(case.id, person=find_person())
    record = desk.services.open_case(case.id)
    return send_made(tell_case(record), url_for("api.cases.show_case", case_id=case.id))


def _receive(
    form: CaseForm, original: tuple[str, TextSent] | None, others: Texts
) -> tuple[CaseForm, tuple[GivenText, ...]]:
    """The form with everything received, and its texts; where that fails nothing is kept."""
    if not others:
        raise BadBody(Fault("/articles", "Give an article or a further original."))
    texts = [*([original] if original else []), *others]
    form = replace(
        form,
        original=_make_form(original[1], "") if original else None,
        articles=tuple(_make_form(text, _name_role(place)) for place, text in others),
    )
    form, errors = receive_form(form)
    try:
        _require_none(errors, texts)
        given = [find_desk().receiving.give(text) for _prefix, text in form.texts if not text.is_untouched]
        _require_each(given, texts)
    except (BadBody, UnreadableInput):
        find_desk().receiving.drop(form)
        raise
    return form, tuple(replace(each, language=text.language) for each, (_, text) in zip(given, texts, strict=True))


def _require_none(errors: Sequence[FieldError], texts: Texts) -> None:
    if errors:
        raise BadBody(*(_point(error, texts) for error in errors))


def _require_each(given: Sequence[GivenText], texts: Texts) -> None:
    if len(given) != len(texts):
        raise BadBody(Fault("", _APART))


def _list_others(sent: CaseSent | DocumentsSent) -> Texts:
    lists = (("articles", sent.articles), ("references", sent.references))
    return [
        (f"/{name}/{number}", check_text(each, f"/{name}/{number}"))
        for name, several in lists
        for number, each in enumerate(several)
    ]


def _make_form(text: TextSent, role: str) -> TextForm:
    form = TextForm(
        title=text.title,
        publisher=text.publisher,
        url=text.url,
        published=text.published,
        text=text.text or "",
        address=text.address or "",
        role=role,
    )
    if text.file is not None:
        return replace(form, files=(GivenFile(text.name, b64decode(text.file)),))
    if text.markdown is not None:
        return replace(form, files=(GivenFile("text.md", text.markdown.encode("utf-8", "replace")),))
    if text.html is not None:
        desk = find_desk()
        page = SentPage(html=text.html, url="", title="", received=desk.services.clock())
        return form.attach(desk.receiving.take_page(page))
    return form


def _name_role(place: str) -> str:
    return Role.REFERENCE.value if place.startswith("/references/") else ""


def _point(error: FieldError, texts: Texts) -> Fault:
    """The place in the body that a mistake in a form is about."""
    name, _, rest = error.field.partition("-")
    if name != "article":
        return Fault(f"/{name}", error.message)
    others = [place for place, _text in texts if place != "/original"]
    number = rest.partition("-")[0]
    place = int(number) - 1 if number.isdigit() else 0
    return Fault(others[place] if place < len(others) else "/articles", error.message)
