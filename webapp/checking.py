"""What a form must hold before its texts are compared, and what to say where it does not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copytrail.errors import CopytrailError
from copytrail.files import READERS
from copytrail.intake.decode import decode
from copytrail.text import canonicalise
from webapp.comparing import read_given
from webapp.forms import MARKED_ENDINGS, SHORT_FIELDS, CaseForm, GivenFile, TextForm
from webapp.wording import say_size

SHORT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field."""

    field: str
    message: str


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


def check_files(form: CaseForm, *, text_limit: int) -> tuple[FieldError, ...]:
    """What is wrong with the files that were chosen, the rest of the form aside."""
    return tuple(
        FieldError(f"{prefix}-file", problem)
        for prefix, text in form.texts
        if text.file and (problem := _find_text_problem(prefix, text, text_limit))
    )


def check_title(field: str, value: str) -> tuple[FieldError, ...]:
    """What is wrong with a title."""
    if len(value) <= SHORT_LIMIT:
        return ()
    return (FieldError(field, f"This is longer than {SHORT_LIMIT:,} characters. Please shorten it."),)


def absorb_files(form: CaseForm) -> CaseForm:
    """The form with the text of each readable file put into its text box, where a page can keep it."""
    return replace(
        form,
        original=_absorb_file(form.original) if form.original else None,
        articles=tuple(_absorb_file(article) for article in form.articles),
    )


def _check_text(prefix: str, text: TextForm, limit: int) -> list[FieldError]:
    problem = _find_text_problem(prefix, text, limit)
    field = f"{prefix}-file" if text.file or text.refused else f"{prefix}-text"
    return [*check_description(prefix, text), *([FieldError(field, problem)] if problem else [])]


def _find_text_problem(prefix: str, text: TextForm, limit: int) -> str:
    return _find_conflict(text) or _find_file_problem(text.file) or _find_problem(prefix, text, limit)


def _find_conflict(text: TextForm) -> str:
    if text.file and text.text.strip():
        return (
            "There is a text in the box and a file as well. The box was kept; "
            "to use the file, empty the box and choose the file again."
        )
    return ""


def _find_file_problem(file: GivenFile | None) -> str:
    if file and file.ending not in READERS:
        return "Only text files (.txt) and Markdown (.md) can be read so far. Or paste the text."
    return ""


def _find_problem(prefix: str, text: TextForm, limit: int) -> str:
    if len(text.content) > limit:
        return f"This text has {say_size(len(text.content))}; the limit is {say_size(limit)} each. Please shorten it."
    if text.refused:
        return text.refused
    if not text.file and not text.text.strip():
        what = "release" if prefix == "original" else "article"
        return f"Paste the text of the {what} here, or choose a file."
    return _find_reading_problem(text)


def _find_reading_problem(text: TextForm) -> str:
    try:
        read_given(text.give())
    except CopytrailError as error:
        return str(error)
    return ""


def _absorb_file(text: TextForm) -> TextForm:
    if text.file is None or text.text.strip() or _find_file_problem(text.file) or _find_reading_problem(text):
        return replace(text, file=None)
    ending = text.file.ending if text.file.ending in MARKED_ENDINGS else ""
    return replace(text, text=canonicalise(decode(text.file.content)), ending=ending, file=None)
