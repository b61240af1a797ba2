"""The page of one lesson, for all the views that show it."""

from __future__ import annotations

from flask import Response

from webapp.contexts.teaching.lessons import Circle, Said, make_lesson_page
from webapp.people.records import CaseAccess
from webapp.presence import find_rights
from webapp.security import make_token
from webapp.views import find_desk, show


def show_lesson_page(lesson_id: str, said: Said, status: int = 200, chosen: CaseAccess | None = None) -> Response:
    """One lesson, with what was noted or refused; who should see it stays chosen."""
    page = make_lesson_page(
        find_desk().preparing.open_lesson(lesson_id),
        csrf=make_token(),
        said=said,
        circle=_find_circle(lesson_id, chosen),
    )
    return show("teaching/lesson.html", page, status)


def _find_circle(lesson_id: str, chosen: CaseAccess | None) -> Circle:
    desk, rights = find_desk(), find_rights()
    kept, mine = desk.preparing.load_access(lesson_id), rights.viewer.person_id
    return Circle(
        access=chosen or kept,
        teams=tuple(
            each
            for each in desk.teaming.list_teams()
            if rights.is_admin or mine in each.members or each.id == kept.team_id
        ),
        people=desk.accounts.list_people(),
        has_accounts=not rights.is_alone,
        is_own=rights.writes and desk.preparing.find_standing(lesson_id, rights.viewer).owns,
    )
