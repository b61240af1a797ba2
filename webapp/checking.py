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


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a form may bring."""

    text: int
    """The size of one text in bytes."""
    typed: int
    """How many articles may be typed or pasted into one form."""
    case: int
    """How many articles a case can hold, those that come as files among them."""
    held: int = 0
    """How many of these it holds already."""


def check_form(form: CaseForm, limits: Limits) -> tuple[FieldError, ...]:
    """Everything that keeps the form from being compared, in the order of its fields."""
    errors = [*check_title("title", form.title)]
    for prefix, text in form.texts:
        if prefix == "original" or not text.is_untouched or not form.filled_articles:
            errors += _check_text(prefix, text, limits.text)
    problem = _count_articles(form, limits)
    return tuple([*errors, FieldError("article-1-text", problem)] if problem else errors)


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


def _count_articles(form: CaseForm, limits: Limits) -> str:
    """What is wrong with how many articles there are."""
    typed = sum(1 for article in form.articles if not article.attachment)
    if typed > limits.typed:
        return f"One form takes {limits.typed} articles, and more as files. Add the rest later."
    if limits.held + len(form.filled_articles) <= limits.case:
        return ""
    room, brought = max(0, limits.case - limits.held), len(form.filled_articles)
    return f"A case holds {limits.case} articles; there is room for {room}, and this form brings {brought}."


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
