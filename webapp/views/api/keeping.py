"""A case copied, backed up, and deleted on a day; and backups of everything."""

from __future__ import annotations

import io
from typing import IO

from flask import Blueprint, Response, send_file, url_for

from webapp.api.bodies import BadBody, Fault
from webapp.api.cases import CaseData, tell_case
from webapp.api.keeping import DaySent, RestoredData, tell_restored
from webapp.api.operations import Answer, Operation
from webapp.backup import BadBackup
from webapp.presence import find_person, find_rights
from webapp.retention import BadDay, read_day
from webapp.views import find_desk, find_services
from webapp.views.api.speaking import IDEMPOTENCY, IF_MATCH, check_case, read_body, read_file, send_made, send_value
from webapp.views.api.writing import write_once

blueprint = Blueprint("keeping", __name__)
ZIP = "application/zip"
_FILE = Answer(about="The backup.", media=(ZIP,))
OPERATIONS = {
    "set_day": Operation(
        summary="Have a case deleted on a day, or keep it",
        takes=DaySent,
        headers=(IF_MATCH,),
        answer=Answer(about="The case as it is now.", gives=CaseData),
        refuses=frozenset({412}),
    ),
    "copy_case": Operation(
        summary="Copy a case",
        about="With all that people said of it; the copy is yours.",
        headers=(IDEMPOTENCY,),
        answer=Answer(about="The copy.", status=201, gives=CaseData, headers={"Location": "Where it is."}),
        refuses=frozenset({409, 422}),
    ),
    "back_up_case": Operation(summary="Back up a case", about="In a file that can be restored.", answer=_FILE),
    "back_up": Operation(
        summary="Back up everything", about="Cases, lessons, people and settings, as they are now.", answer=_FILE
    ),
    "restore_backup": Operation(
        summary="Restore a backup",
        about="All of it or nothing; what is here stays as it is. Its cases stand beside those that are here.",
        file=ZIP,
        headers=(IDEMPOTENCY,),
        answer=Answer(about="What was restored.", status=201, gives=RestoredData, headers={"Location": "The cases."}),
        refuses=frozenset({409}),
    ),
    "look_at_backup": Operation(
        summary="Say what restoring a backup would do",
        about="Nothing is restored.",
        file=ZIP,
        answer=Answer(about="What it would bring.", gives=RestoredData),
    ),
}


@blueprint.put("/cases/<case_id>/day")
def set_day(case_id: str) -> Response:
    """Have the case deleted on the day, or keep it."""
    sent, desk = read_body(DaySent), find_desk()
    typed = sent.delete_on.isoformat() if sent.delete_on else ""
    try:
        day = read_day(typed, today=desk.services.clock().date())
    except BadDay as error:
        raise BadBody(Fault("/delete_on", "Name a day after today.")) from error
    desk.deleting.set_day(case_id, day, person=find_person(), check=check_case)
    return send_value(tell_case(desk.services.open_case(case_id)))


@blueprint.post("/cases/<case_id>/copies")
def copy_case(case_id: str) -> Response:
    """Make a second case like this one."""
    return write_once(lambda: _copy(case_id))


@blueprint.get("/cases/<case_id>/backup")
def back_up_case(case_id: str) -> Response:
    """One case in one file."""
    find_services().open_case(case_id)
    return _send("copytrail-case", case_id)


@blueprint.get("/backup")
def back_up() -> Response:
    """Everything in one file."""
    return _send("copytrail")


@blueprint.post("/backup/restore")
def restore_backup() -> Response:
    """Read a backup back, or say what that would do."""
    return write_once(_restore)


@blueprint.post("/backup/look")
def look_at_backup() -> Response:
    """Say what a backup would bring."""
    return send_value(_read_back(only_say=True))


def _copy(case_id: str) -> Response:
    copy = find_desk().catalogue.copying.copy(case_id)
    return send_made(tell_case(copy), url_for("api.cases.show_case", case_id=copy.id))


def _restore() -> Response:
    return send_made(_read_back(only_say=False), url_for("api.cases.list_cases"))


def _read_back(*, only_say: bool) -> RestoredData:
    """Read the backup in the body back; raises BadBody."""
    file, keeper = io.BytesIO(read_file(ZIP)), find_rights().viewer.person_id
    try:
        return tell_restored(find_desk().backups.restore(file, only_say=only_say, keeper=keeper))
    except BadBackup as error:
        raise BadBody(Fault("", str(error))) from error


def _send(name: str, case_id: str | None = None) -> Response:
    """A backup as a download; its file has no name on the disk and is gone once it is sent."""
    desk, viewer = find_desk(), find_rights().viewer
    file: IO[bytes] = desk.backups.write_aside(case_id, None if viewer.sees_all or not case_id else viewer.person_id)
    day = f"{desk.services.clock():%Y-%m-%d}"
    response = send_file(file, mimetype=ZIP, as_attachment=True, download_name=f"{name}-{day}.zip")
    response.call_on_close(file.close)
    return response
