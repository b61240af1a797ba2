"""`copytrail lesson`: lessons proposed from two texts, bundled ones, and worksheets of both."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copytrail.cli.streams import add_file_options, check_output, open_document, write
from copytrail.codec.lessons import MOST_BYTES, read_lesson, write_lesson
from copytrail.errors import BadExportOption, BadLesson, StandardInputTwice
from copytrail.export import Paper
from copytrail.export.worksheet import Sheet, render_html, render_pdf
from copytrail.lesson_files import bundled_lessons
from copytrail.pipeline import compare
from copytrail.teaching import LanguageLevel, Lesson, check_lesson, make_lesson

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_FORMS = {"pdf": render_pdf, "html": render_html}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `lesson`."""
    parser.description = (
        "Lessons in which pupils read one text against another. What is done: list (the bundled lessons), "
        "propose RELEASE ARTICLE (a lesson file with proposed tasks), save LESSON (the file of a bundled lesson), "
        "worksheet LESSON (a sheet to print). LESSON is a file, or the name of a bundled lesson."
    )
    parser.epilog = """examples:
  copytrail lesson list
  copytrail lesson save whose-words -o lesson.json
  copytrail lesson propose release.txt story.txt -o proposed.json --minutes 20
  copytrail lesson worksheet proposed.json -o sheet.pdf --sheet both"""
    parser.add_argument("deed", choices=tuple(_DEEDS), help="what to do")
    parser.add_argument("names", metavar="NAME", nargs="*", help="a file, or the name of a bundled lesson")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE, not to standard output")
    parser.add_argument(
        "--sheet", choices=tuple(Sheet), default=Sheet.PUPIL, help="the pupil's sheet, the answer key, or both (pupil)"
    )
    parser.add_argument(
        "--format", choices=tuple(_FORMS), dest="format_name", help="of the worksheet; without it the ending of FILE"
    )
    parser.add_argument("--paper", choices=tuple(Paper), default=Paper.A4, help="the sheets of paper (a4)")
    parser.add_argument("--minutes", type=int, choices=(20, 45, 90), default=45, help="of a proposed lesson (45)")
    parser.add_argument(
        "--level", choices=tuple(LanguageLevel), default=LanguageLevel.STANDARD, help="of its words (standard)"
    )
    add_file_options(parser)
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    check_output(options.output, options.names)
    _DEEDS[options.deed](options)
    return 0


def _list(_options: Namespace) -> None:
    for lesson in bundled_lessons():
        print(f"{lesson.id}  {lesson.minutes} minutes, {lesson.language_level}  {lesson.title}")


def _propose(options: Namespace) -> None:
    if len(options.names) != 2:
        raise BadLesson("Name two texts: copytrail lesson propose RELEASE ARTICLE")
    if options.names.count("-") > 1:
        raise StandardInputTwice
    original, derivative = (
        open_document(name, role, options) for name, role in zip(options.names, ("original", "article"), strict=True)
    )
    title = derivative.title or original.title or "A lesson"
    lesson = make_lesson(
        compare(original, derivative),
        id="proposed",
        title=title[:300],
        minutes=options.minutes,
        level=LanguageLevel(options.level),
    )
    check_lesson(lesson)
    write(write_lesson(lesson), options.output)


def _save(options: Namespace) -> None:
    write(write_lesson(_open(options)), options.output)


def _print(options: Namespace) -> None:
    ending = options.output.suffix.lower().removeprefix(".") if options.output else ""
    form = options.format_name or ("html" if ending in {"html", "htm"} else "pdf")
    if form == "pdf" and options.output is None and sys.stdout.isatty():
        raise BadExportOption("A worksheet as PDF is no text for a terminal: name a file with -o.")
    write(_FORMS[form](_open(options), Sheet(options.sheet), Paper(options.paper)), options.output)


def _open(options: Namespace) -> Lesson:
    """The lesson of a file, or a bundled one."""
    if len(options.names) != 1:
        raise BadLesson(f"Name one lesson: copytrail lesson {options.deed} LESSON")
    (name,) = options.names
    bundled = {lesson.id: lesson for lesson in bundled_lessons()}
    if name in bundled and not Path(name).exists():
        return bundled[name].open()
    if name == "-":
        return read_lesson(sys.stdin.buffer.read(MOST_BYTES + 1))
    try:
        with Path(name).open("rb") as file:
            return read_lesson(file.read(MOST_BYTES + 1))
    except FileNotFoundError as error:
        raise BadLesson(f"{name}: there is no such file and no such bundled lesson.") from error
    except BadLesson as error:
        raise BadLesson(f"{name}: {error}") from error


_DEEDS = {"list": _list, "propose": _propose, "save": _save, "worksheet": _print}
