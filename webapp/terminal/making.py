"""Cases made and added to on the command line, through the same form as on a page."""

from __future__ import annotations

import sys
from pathlib import Path

from copytrail.case_files import CaseText, read_case
from copytrail.cli.progress import Progress
from copytrail.cli.streams import warn
from copytrail.errors import CopytrailError, UnreadableInput
from copytrail.files import is_address
from copytrail.intake.formats import ENDINGS
from webapp.checking import FieldError, Limits, check_form
from webapp.forms import CaseForm
from webapp.ids import make_id
from webapp.records import CaseRecord, GivenText
from webapp.roles import Role
from webapp.terminal.workplace import Workplace
from webapp.text_forms import GivenFile, TextForm

ORIGINALS = ("original", "release")
"""What the original's file in a folder is called, before its ending."""


def list_texts(names: list[str]) -> list[TextForm]:
    """The texts that are named, the original first; a folder stands for what it holds, in the order of its names."""
    if len(names) != 1 or not Path(names[0]).is_dir():
        return [_fill(name) for name in names]
    folder = Path(names[0])
    if (folder / "case.toml").is_file():
        case = read_case(folder)
        return [_fill_described(text) for text in (case.original, *case.derivatives)]
    files = sorted(each for each in folder.iterdir() if each.is_file() and each.suffix.lower() in ENDINGS)
    originals = [each for each in files if each.stem.lower() in ORIGINALS]
    if len(originals) != 1:
        raise UnreadableInput(f"{folder}: call one of the files original or release; the others are its articles.")
    return [_fill(str(each)) for each in (originals[0], *(one for one in files if one != originals[0]))]


def make_case(place: Workplace, title: str, names: list[str], references: list[str]) -> CaseRecord:
    """Keep a new case of these files and addresses; what came as a file is not compared yet."""
    original, *articles = list_texts(names)
    if not articles:
        raise UnreadableInput("A case needs a release and at least one article.")
    form = CaseForm(
        key=make_id(),
        title=title,
        original=original,
        articles=(*articles, *(_fill(each, Role.REFERENCE) for each in references)),
    )
    first, *others = _receive(place, form)
    return place.services.create_case(title, first, tuple(others), person=place.person)


def add_texts(place: Workplace, case_id: str, names: list[str], references: list[str]) -> CaseRecord:
    """Keep more texts in a case; what came as a file is not compared yet."""
    texts = [*(_fill(each) for each in names), *(_fill(each, Role.REFERENCE) for each in references)]
    given = _receive(place, CaseForm(key=make_id(), case_id=case_id, articles=tuple(texts)))
    return place.services.add_articles(case_id, given, person=place.person)


def compare_case(place: Workplace, case: CaseRecord) -> int:
    """Compare what is not compared yet, and say how far it is; how many articles cannot be compared.

    One of them stops no other: why it cannot be compared is said, and the page of the case tries again.
    """
    failed = []
    with Progress("compared", len(case.articles), quiet=place.quiet) as progress:
        for article in case.articles:
            try:
                place.results.compare_one(case.id, article.id)
            except CopytrailError as error:
                failed.append(f"article {article.place} is stored, but could not be compared: {error}")
            progress.count()
    for line in failed:
        warn(line)
    if not failed:
        place.services.open_comparisons(case.id)
    return len(failed)


def _fill(name: str, role: Role = Role.DERIVATIVE) -> TextForm:
    """The fields of a text as a person would fill them in: a file or an address."""
    word = role.value if role is Role.REFERENCE else ""
    if is_address(name):
        return TextForm(address=name, role=word)
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{name}: The file cannot be opened ({error.strerror}).") from error
    return TextForm(files=(GivenFile("" if name == "-" else Path(name).name, content),), role=word)


def _fill_described(text: CaseText) -> TextForm:
    """The fields of a text that `case.toml` describes."""
    return TextForm(
        title=text.title,
        publisher=text.publisher,
        url=text.url,
        published=text.published,
        files=(GivenFile(text.name, text.data),),
    )


def _receive(place: Workplace, form: CaseForm) -> tuple[GivenText, ...]:
    """The texts of the form, read within the limits of the pages; raises what a page would say."""
    settings = place.settings
    held = len(place.services.open_case(form.case_id).articles) if form.case_id else 0
    received, failed = place.receiving.take_in(form, wants_page=lambda _prefix: True)
    limits = Limits(settings.text_limit, settings.article_limit, settings.case_limit, held)
    errors: tuple[FieldError, ...] = failed or check_form(received, limits)
    try:
        if errors:
            raise UnreadableInput(errors[0].message)
        return tuple(place.receiving.give(text) for _prefix, text in received.texts)
    finally:
        place.receiving.drop(received)
