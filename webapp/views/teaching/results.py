"""What came of a class, as a page to print and as a file for a spreadsheet."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.contexts.teaching.results import make_results
from webapp.contexts.teaching.sheets import make_sheet, make_sheets
from webapp.teaching.classes import Attendance
from webapp.teaching.results import find_results, write_rows
from webapp.teaching.revealing import mark_revealed
from webapp.views import find_desk, show
from webapp.views.exports import name_file
from webapp.views.teaching.lessons import send_bytes

blueprint = Blueprint("class_results", __name__, url_prefix="/classes/<class_id>")


@blueprint.get("/results")
def show_results(class_id: str) -> Response:
    """Per pupil and per task."""
    running = find_desk().running
    picture, lesson = running.take_picture(class_id), running.open_lesson(class_id)
    page = make_results(picture, lesson, find_results(picture, lesson), running.list_notes(class_id))
    return show("teaching/results.html", page)


@blueprint.get("/sheets")
def show_sheets(class_id: str) -> Response:
    """The sheet of every pupil, to print and hand out."""
    running = find_desk().running
    picture, lesson = running.take_picture(class_id), running.open_lesson(class_id)
    page, shown = running.library.open_page(class_id), running.library.reveal(picture.room)
    sheets = []
    for pupil in picture.pupils:
        own = picture.list_of_pupil(pupil.id)
        sheets.append(make_sheet(Attendance(picture.room, pupil), page, own, shown=mark_revealed(lesson, shown, own)))
    return show("teaching/sheets.html", make_sheets(picture.room, tuple(sheets)))


@blueprint.get("/results.csv")
def export_results(class_id: str) -> Response:
    """The same as rows; whoever has the file has what pupils wrote."""
    running = find_desk().running
    picture, lesson = running.take_picture(class_id), running.open_lesson(class_id)
    name = name_file(f"{picture.room.title} results", ".csv")
    return send_bytes(write_rows(picture, lesson), name, "text/csv; charset=utf-8")
