"""The table of rights: what each address needs, by subject. What is not in it is refused."""

from webapp.people.rights import Need
from webapp.people.table.classroom import CLASSROOM
from webapp.people.table.pages import CASES, COMPARISONS, DESK, TAKEN_AWAY
from webapp.people.table.people import FOR_EVERYBODY, PEOPLE
from webapp.people.table.programs import PROGRAMS

RIGHTS: dict[str, Need] = {
    **FOR_EVERYBODY,
    **DESK,
    **CASES,
    **COMPARISONS,
    **TAKEN_AWAY,
    **PEOPLE,
    **PROGRAMS,
    **CLASSROOM,
}
"""What each endpoint needs."""
