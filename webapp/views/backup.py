"""Backups: everything, or one case, in a single file; and a file read back."""

from __future__ import annotations

import io
from typing import IO

from flask import Blueprint, Response, request, send_file

from webapp.backup import BadBackup
from webapp.contexts.backup import make_backup, say_restored
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, show

blueprint = Blueprint("backup", __name__)


@blueprint.get("/backup")
def show_backup() -> Response:
    """What a backup is, and the buttons that make one and read one back."""
    return show("backup/page.html", make_backup(csrf=make_token()))


@blueprint.get("/backup/copytrail.zip")
def back_up() -> Response:
    """Everything in one file, as it is now."""
    return _send("copytrail")


@blueprint.get("/cases/<case_id>/backup")
def back_up_case(case_id: str) -> Response:
    """One case in one file."""
    return _send("copytrail-case", case_id)


@blueprint.post("/backup/restore")
def restore_backup() -> Response:
    """Read a backup back, or say what that would do; the page tells what came of it."""
    file = request.files.get("file")
    only_say = request.form.get("action") == "say"
    if file is None or not file.filename:
        page = make_backup(csrf=make_token(), error="Choose a backup first.")
        return show("backup/page.html", page, 422)
    try:
        restored = find_desk().backups.restore(
            io.BytesIO(file.read()), only_say=only_say, keeper=find_rights().viewer.person_id
        )
    except BadBackup as error:
        return show("backup/page.html", make_backup(csrf=make_token(), error=str(error)), 422)
    return show("backup/page.html", make_backup(csrf=make_token(), notice=say_restored(restored, only_say=only_say)))


def _send(name: str, case_id: str | None = None) -> Response:
    """A backup as a download; its file has no name on the disk and is gone once it is sent."""
    desk = find_desk()
    viewer = find_rights().viewer
    file: IO[bytes] = desk.backups.write_aside(case_id, None if viewer.sees_all or not case_id else viewer.person_id)
    response = send_file(
        file,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"{name}-{desk.services.clock():%Y-%m-%d}.zip",
    )
    response.call_on_close(file.close)
    return response
