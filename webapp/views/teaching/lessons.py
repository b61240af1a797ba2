"""Lessons: the list, one of them, files in and out, and the lesson that a comparison becomes."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import NotFound as NoPage

from copytrail.codec.lessons import write_lesson
from copytrail.errors import BadLesson
from copytrail.export import Paper
from copytrail.export.worksheet import Sheet, render_pdf
from copytrail.lesson_files import bundled_lessons
from copytrail.teaching import LanguageLevel, for_pupils
from webapp.contexts.teaching.lessons import Said
from webapp.contexts.teaching.lists import make_lessons, make_making
from webapp.contexts.teaching.tasks import make_preview
from webapp.faults import BadAccess, ChangedLesson, NoTasks
from webapp.people.records import Visibility
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.teaching.lesson_form import MINUTES, lay_lesson
from webapp.views import find_desk, find_services, go_to_address, read_page, show
from webapp.views.access import read_access
from webapp.views.exports import name_file
from webapp.views.teaching.lesson_page import show_lesson_page

blueprint = Blueprint("lessons", __name__)
_NOTICES = {
    "made": "The lesson is ready: start a class, or look through its tasks first.",
    "saved": "Saved.",
    Visibility.ALL.value: "Everybody with an account here can use the lesson now.",
    Visibility.TEAM.value: "The people of the team can use the lesson now.",
    Visibility.PRIVATE.value: "Only you see the lesson now.",
    "given": "The lesson belongs to a colleague now.",
}


@blueprint.get("/lessons")
def list_lessons() -> Response:
    """Lessons and classes."""
    return _show_list(notice=_NOTICES["given"] if request.args.get("done") == "given" else "")


@blueprint.get("/cases/<case_id>/articles/<int:number>/teach")
def show_making(case_id: str, number: int) -> Response:
    """What to ask before a lesson is made from a comparison."""
    record = find_services().open_comparison(case_id, number)
    page = make_making(record.case.name, case_id=case_id, number=number, csrf=make_token())
    return show("teaching/making.html", page)


@blueprint.post("/cases/<case_id>/articles/<int:number>/teach")
def make_lesson(case_id: str, number: int) -> Response:
    """Make the lesson: it can be taught as it is."""
    record = find_services().open_comparison(case_id, number)
    minutes, level = request.form.get("minutes", ""), request.form.get("level", "")
    lesson_id = find_desk().preparing.make(
        record.comparison,
        title=record.comparison.derivative.title or record.case.name,
        minutes=int(minutes) if minutes in {str(each) for each in MINUTES} else MINUTES[1],
        level=LanguageLevel(level) if level in set(LanguageLevel) else LanguageLevel.STANDARD,
        case_id=case_id,
    )
    return _go_to_lesson(lesson_id, "made")


@blueprint.post("/lessons/bundled/<name>")
def take_bundled(name: str) -> Response:
    """Keep a copy of a bundled lesson as one's own."""
    lesson = next((each for each in bundled_lessons() if each.id == name), None)
    if lesson is None:
        raise NoPage
    return _go_to_lesson(find_desk().preparing.keep(lesson.open()), "made")


@blueprint.post("/lessons/import")
def import_lesson() -> Response:
    """Keep the lesson of a file."""
    upload = request.files.get("file")
    try:
        lesson_id = find_desk().preparing.read_file(upload.read() if upload else b"")
    except BadLesson as error:
        return _show_list(str(error), 422)
    return _go_to_lesson(lesson_id, "made")


@blueprint.get("/lessons/<lesson_id>")
def show_lesson(lesson_id: str) -> Response:
    """One lesson."""
    return show_lesson_page(lesson_id, Said(notice=_NOTICES.get(request.args.get("done", ""), "")))


@blueprint.post("/lessons/<lesson_id>")
def change_lesson(lesson_id: str) -> Response:
    """Keep what was changed of the lesson as a whole."""
    preparing = find_desk().preparing
    preparing.change(lesson_id, read_page(request.form, "version"), lambda lesson: lay_lesson(lesson, request.form))
    return _go_to_lesson(lesson_id, "saved")


@blueprint.post("/lessons/<lesson_id>/share")
def share_lesson(lesson_id: str) -> Response:
    """Show the lesson to everybody here, to a team, or to nobody else; or hand it over."""
    preparing, rights = find_desk().preparing, find_rights()
    access = read_access(preparing.load_access(lesson_id).owner_id)
    try:
        preparing.share(lesson_id, access, rights)
    except BadAccess as error:
        return show_lesson_page(lesson_id, Said(problem=str(error)), 422, access)
    standing = preparing.find_standing(lesson_id, rights.viewer)
    if not standing.sees:
        return go_to_address(url_for("lessons.list_lessons", done="given"))
    return _go_to_lesson(lesson_id, access.visibility.value if standing.owns else "given")


@blueprint.post("/lessons/<lesson_id>/delete")
def delete_lesson(lesson_id: str) -> Response:
    """Delete the lesson for good."""
    find_desk().preparing.delete(lesson_id)
    return go_to_address(url_for("lessons.list_lessons"))


@blueprint.get("/lessons/<lesson_id>/preview")
def preview_lesson(lesson_id: str) -> Response:
    """The lesson as pupils get it."""
    lesson = find_desk().preparing.open_lesson(lesson_id).lesson
    if not lesson.tasks:
        return show_lesson_page(lesson_id, Said(problem=str(NoTasks())), 422)
    return show("teaching/preview.html", make_preview(lesson_id, for_pupils(lesson), read_page(request.args, "task")))


@blueprint.get("/lessons/<lesson_id>/file")
def export_lesson(lesson_id: str) -> Response:
    """The lesson as one file, with its texts and keys: it is the teacher's."""
    lesson = find_desk().preparing.open_lesson(lesson_id).lesson
    return send_bytes(write_lesson(lesson), name_file(lesson.title, ".lesson.json"), "application/json")


@blueprint.get("/lessons/<lesson_id>/worksheet.pdf")
def print_worksheet(lesson_id: str) -> Response:
    """The lesson on paper, for pupils, or with the key."""
    lesson = find_desk().preparing.open_lesson(lesson_id).lesson
    asked, paper = request.args.get("sheet", ""), request.args.get("paper", "")
    sheet = Sheet(asked) if asked in set(Sheet) else Sheet.PUPIL
    data = render_pdf(lesson, sheet, Paper(paper) if paper in set(Paper) else Paper.A4)
    return send_bytes(data, name_file(f"{lesson.title} {sheet.value}", ".pdf"), "application/pdf")


@blueprint.errorhandler(ChangedLesson)
def refuse_stale(error: ChangedLesson) -> Response:
    """Somebody was faster: the lesson as it is now."""
    return show_lesson_page((request.view_args or {})["lesson_id"], Said(problem=str(error)), 409)


@blueprint.errorhandler(BadLesson)
def refuse_lesson(error: BadLesson) -> Response:
    """The lesson would contradict itself."""
    return show_lesson_page((request.view_args or {})["lesson_id"], Said(problem=str(error)), 422)


def send_bytes(data: bytes, name: str, media_type: str) -> Response:
    """A file to keep."""
    response = Response(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _show_list(problem: str = "", status: int = 200, *, notice: str = "") -> Response:
    desk = find_desk()
    page = make_lessons(
        desk.preparing.list_lessons(),
        desk.running.list_classes(),
        bundled=bundled_lessons(),
        csrf=make_token(),
        said=Said(notice=notice, problem=problem),
    )
    return show("teaching/lessons.html", page, status)


def _go_to_lesson(lesson_id: str, done: str) -> Response:
    return go_to_address(url_for("lessons.show_lesson", lesson_id=lesson_id, done=done))
