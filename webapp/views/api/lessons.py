"""Lessons: list them, make one from a comparison, files in and out, delete one."""

from __future__ import annotations

from flask import Blueprint, Response, url_for

from copytrail.codec.lessons import write_lesson
from copytrail.errors import BadLesson
from webapp.api.bodies import BadBody, Fault
from webapp.api.lessons import LessonFileData, LessonList, LessonMade, LessonSent, tell_line
from webapp.api.operations import JSON, Answer, Operation
from webapp.teaching.lesson_form import MINUTES
from webapp.views import find_desk, find_services
from webapp.views.api.speaking import IDEMPOTENCY, read_body, read_file, send_deleted, send_made, send_value
from webapp.views.api.writing import write_once
from webapp.views.exports import name_file

blueprint = Blueprint("lessons", __name__)
_MADE = Answer(about="Its id.", status=201, gives=LessonMade, headers={"Location": "Where its file is."})
OPERATIONS = {
    "list_lessons": Operation(summary="List the lessons", answer=Answer(about="The lessons.", gives=LessonList)),
    "import_lesson": Operation(
        summary="Keep the lesson of a file",
        about="As docs/lesson.schema.json describes it; it is yours.",
        file=JSON,
        headers=(IDEMPOTENCY,),
        answer=_MADE,
        refuses=frozenset({409}),
    ),
    "make_lesson": Operation(
        summary="Make a lesson of a comparison",
        about="It can be taught as it is; tasks are changed on the pages.",
        takes=LessonSent,
        headers=(IDEMPOTENCY,),
        answer=_MADE,
        refuses=frozenset({409}),
    ),
    "export_lesson": Operation(
        summary="Read a lesson as a file",
        about="With its texts and keys: it is the teacher's.",
        answer=Answer(about="The lesson.", gives=LessonFileData, headers={"ETag": "for If-None-Match"}),
    ),
    "delete_lesson": Operation(
        summary="Delete a lesson",
        about="For good; classes that do it keep their copy until their day.",
        answer=Answer(about="It is gone.", status=204, media=()),
        deletes=True,
    ),
}


@blueprint.get("/lessons")
def list_lessons() -> Response:
    """The lessons that one may see."""
    return send_value(LessonList(lessons=tuple(map(tell_line, find_desk().preparing.list_lessons()))))


@blueprint.post("/lessons")
def import_lesson() -> Response:
    """Keep the lesson of a file."""
    return write_once(_import)


@blueprint.post("/cases/<case_id>/articles/<int:number>/lessons")
def make_lesson(case_id: str, number: int) -> Response:
    """Make a lesson."""
    return write_once(lambda: _make(case_id, number))


@blueprint.get("/lessons/<lesson_id>/file")
def export_lesson(lesson_id: str) -> Response:
    """The lesson, with the bytes of the page's file."""
    lesson = find_desk().preparing.open_lesson(lesson_id).lesson
    response = Response(write_lesson(lesson), content_type=JSON)
    response.headers["Content-Disposition"] = f'attachment; filename="{name_file(lesson.title, ".lesson.json")}"'
    return response


@blueprint.delete("/lessons/<lesson_id>")
def delete_lesson(lesson_id: str) -> Response:
    """Delete the lesson for good."""
    find_desk().preparing.delete(lesson_id)
    return send_deleted()


def _import() -> Response:
    try:
        return _tell_made(find_desk().preparing.read_file(read_file(JSON)))
    except BadLesson as error:
        raise BadBody(Fault("", str(error))) from error


def _make(case_id: str, number: int) -> Response:
    sent = read_body(LessonSent)
    minutes = sent.minutes if sent.minutes is not None else MINUTES[1]
    if minutes not in MINUTES:
        raise BadBody(Fault("/minutes", f"A lesson takes {' or '.join(map(str, MINUTES))} minutes."))
    record = find_services().open_comparison(case_id, number)
    title = sent.title or record.comparison.derivative.title or record.case.name
    level = sent.level
    return _tell_made(
        find_desk().preparing.make(record.comparison, title=title, minutes=minutes, level=level, case_id=case_id)
    )


def _tell_made(lesson_id: str) -> Response:
    return send_made(LessonMade(id=lesson_id), url_for("api.lessons.export_lesson", lesson_id=lesson_id))
