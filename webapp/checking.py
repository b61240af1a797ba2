"""What a form must hold before its texts are compared, and what to say where it does not."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.errors import CopytrailError
from webapp.forms import CaseForm
from webapp.reading import read_given
from webapp.text_forms import SHORT_FIELDS, TextForm
from webapp.wording import say_too_long

SHORT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field."""

    field: str
    message: str

    @property
    def place(self) -> str:
        """The prefix of the text that the field belongs to: `article-1`."""
        return self.field.rpartition("-")[0]

    @property
    def is_about_text(self) -> bool:
        """Whether it is about the text itself rather than its description."""
        return self.field.rpartition("-")[2] in {"text", "file", "address"}


def check_form(form: CaseForm, *, text_limit: int, article_limit: int) -> tuple[FieldError, ...]:
    """Everything that keeps the form from being compared, in the order of its fields."""
    errors = [*check_title("title", form.title)]
    for prefix, text in form.texts:
        if prefix == "original" or not text.is_untouched or not form.filled_articles:
            errors += _check_text(prefix, text, text_limit)
    if len(form.articles) > article_limit:
        errors.append(FieldError("article-1-text", f"One form takes {article_limit} articles. Add the rest later."))
    return tuple(errors)


def check_description(prefix: str, text: TextForm) -> tuple[FieldError, ...]:
    """What is wrong with title, publisher, address and date of a text."""
    errors: list[FieldError] = []
    for name, value in zip(SHORT_FIELDS, text.short_values, strict=True):
        errors += check_title(f"{prefix}-{name}", value)
    address = text.url.strip()
    if address and not address.lower().startswith(("http://", "https://")):
        errors.append(FieldError(f"{prefix}-url", "An address begins with http:// or https://. Or leave it empty."))
    return tuple(errors)


def check_title(field: str, value: str) -> tuple[FieldError, ...]:
    """What is wrong with a title."""
    if len(value) <= SHORT_LIMIT:
        return ()
    return (FieldError(field, f"This is longer than {SHORT_LIMIT:,} characters. Please shorten it."),)


def _check_text(prefix: str, text: TextForm, limit: int) -> list[FieldError]:
    problem = "" if text.attachment else _find_problem(prefix, text, limit)
    field = f"{prefix}-file" if text.refused else f"{prefix}-text"
    return [*check_description(prefix, text), *([FieldError(field, problem)] if problem else [])]


def _find_problem(prefix: str, text: TextForm, limit: int) -> str:
    given = text.give()
    if len(given.content) > limit:
        return say_too_long(len(given.content), limit)
    if text.refused:
        return text.refused
    if not text.text.strip():
        what = "release" if prefix == "original" else "article"
        return f"Paste the text of the {what} here, choose a file, or give the address of a page."
    try:
        read_given(given)
    except CopytrailError as error:
        return str(error)
    return ""
