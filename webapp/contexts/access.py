"""What the page says that changes who may see a case."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.visible import show_line
from webapp.contexts.people import Option
from webapp.people.records import CaseAccess, Person, Team, Visibility

WHO = {
    Visibility.PRIVATE: "Only its owner",
    Visibility.TEAM: "The people of a team",
    Visibility.ALL: "Everybody with an account here",
}
NOTE = (
    "Whoever sees a case can work on it, unless they are a reader. "
    "Its owner, and administrators who see it, can delete it."
)
NOBODY = "Nobody: the case is for all"
ALONE = "There are no accounts: whoever sits at this computer sees every case."


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPage:
    """Who may see a case, and whose it is."""

    title: str = "Who may see this case"
    csrf: str
    case_id: str
    case_name: str
    note: str
    may_change: bool
    choices: tuple[Option, ...]
    teams: tuple[Option, ...]
    owners: tuple[Option, ...]
    problem: str
    told: str
    """Who sees it, where it is for others to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Those among whom one can choose."""

    teams: tuple[Team, ...] = ()
    people: tuple[Person, ...] = ()
    is_alone: bool = False
    may_change: bool = True


def make_access(
    *, csrf: str, case: tuple[str, str], access: CaseAccess, circle: Circle, problem: str = ""
) -> AccessPage:
    """The page for a case, given by id and name; what was chosen in vain stays chosen."""
    return AccessPage(
        csrf=csrf,
        case_id=case[0],
        case_name=show_line(case[1]),
        note=ALONE if circle.is_alone else NOTE,
        may_change=circle.may_change and not circle.is_alone,
        choices=list_choices(access),
        teams=list_teams(access, circle.teams),
        owners=(Option("", NOBODY, not access.owner_id), *list_owners(access, circle.people)),
        problem=problem,
        told="" if circle.is_alone else _tell(access, circle),
    )


def list_choices(access: CaseAccess) -> tuple[Option, ...]:
    """Who may see it, with what is said of it now."""
    return tuple(Option(each.value, name, each is access.visibility) for each, name in WHO.items())


def list_teams(access: CaseAccess, teams: tuple[Team, ...]) -> tuple[Option, ...]:
    """The teams to choose from, with the one that sees it now."""
    return tuple(Option(team.id, show_line(team.name), team.id == access.team_id) for team in teams)


def list_owners(access: CaseAccess, people: tuple[Person, ...]) -> tuple[Option, ...]:
    """To whom it can be handed over, with whose it is now."""
    able = [each for each in people if each.id == access.owner_id or (each.is_active and each.writes)]
    return tuple(Option(each.id, show_line(each.name), each.id == access.owner_id) for each in able)


def _tell(access: CaseAccess, circle: Circle) -> str:
    owner = next((show_line(each.name) for each in circle.people if each.id == access.owner_id), "nobody")
    team = next((f": {show_line(each.name)}" for each in circle.teams if each.id == access.team_id), "")
    return f"Shown to: {WHO[access.visibility].lower()}{team}. Owner: {owner}. Its owner can change this."
