"""The page for the wall, in large type, and the picture of its address that telephones read."""

from __future__ import annotations

import io

import segno
from flask import Blueprint, Response, request

from webapp.contexts.teaching.projector import Around, make_projector, make_wall
from webapp.faults import UnknownClass
from webapp.security import make_token
from webapp.views import find_desk, name_address, show, wants_fragment

blueprint = Blueprint("projector", __name__, url_prefix="/classes/<class_id>")


@blueprint.get("/projector")
def show_projector(class_id: str) -> Response:
    """The wall: no name of a pupil stands beside an answer, and no key before it is revealed."""
    running = find_desk().running
    picture, lesson = running.take_picture(class_id), running.open_lesson(class_id)
    around = Around(
        address=name_address("class_door.show_join"), csrf=make_token(), theme=request.args.get("theme", "")
    )
    shown = running.library.reveal(picture.room)
    wall = make_wall(picture, lesson, shown, asked=request.args.get("task", ""), around=around)
    if wants_fragment():
        return show("teaching/_wall.html", wall)
    return show("teaching/projector.html", make_projector(wall, picture.room.title))


@blueprint.get("/code.svg")
def draw_code(class_id: str) -> Response:
    """The address of the class with its code, as a picture that is drawn here."""
    room = find_desk().running.open_class(class_id)
    if not room.code:
        raise UnknownClass
    drawn = io.BytesIO()
    address = name_address("class_door.show_join", code=room.code)
    segno.make_qr(address, error="m").save(drawn, kind="svg", scale=8, border=3, dark="#000", light="#fff")
    return Response(drawn.getvalue(), content_type="image/svg+xml")
