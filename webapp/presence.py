"""Who makes this request: found out once, before anything else is done, and asked for here."""

from __future__ import annotations

from dataclasses import replace

from flask import current_app, g, has_request_context

from webapp.contexts.frame import Frame, make_frame
from webapp.leavings import LINGERS, Leavings
from webapp.people.rights import ALONE, NOWHERE, Rights, Standing, Viewer
from webapp.security import make_token

NOBODY = Rights()
GOES_ON = "Copytrail goes on trying to empty it; this line goes when that is done."


def put_rights(rights: Rights) -> None:
    """Note who makes this request."""
    g.rights = rights


def put_standing(standing: Standing) -> None:
    """Note how they stand to the case that the request names."""
    g.standing = standing


def find_rights() -> Rights:
    """Who makes this request; nobody, where that was not found out."""
    rights = g.get("rights", NOBODY)
    return rights if isinstance(rights, Rights) else NOBODY


def find_person() -> str:
    """By what name whoever makes this request signs what they do; empty for somebody without one."""
    return find_rights().name


def find_viewer() -> Viewer:
    """For whom something is listed or opened; outside of a request, for the one who runs the command."""
    return find_rights().viewer if has_request_context() else ALONE


def find_frame() -> Frame:
    """What stands around the page that answers this request."""
    rights = g.get("rights")
    frame = make_frame(rights, make_token() if rights and rights.person else "", g.get("standing", NOWHERE))
    return replace(frame, lingers=_say_lingering()) if frame.account else frame


def _say_lingering() -> str:
    """That deleted words are still in a file, where they are."""
    leavings: Leavings = current_app.extensions["copytrail"].services.database.leavings
    return f"{LINGERS} {GOES_ON}" if leavings.are_there else ""
