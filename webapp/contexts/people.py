"""What the administrator's pages say: people, invitations, teams."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from webapp.contexts.account import ROLES
from webapp.people.records import Link, Person, PersonRole, Team

PEOPLE_NOTE = (
    "Administrators look after people and teams and make cases; members make cases and work on those that are shown to "
    "them; readers only read. Administrators see no private case of others on these pages; whoever looks after the "
    "computer itself can read its disk."
)
NO_PEOPLE = (
    "Nobody has an account: whoever sits at this computer can open everything. Make the first account on its command "
    "line with: copytrail user add NAME --role admin. From then on everybody signs in, and you invite the others here."
)
LINK_NOTE = (
    "Send this link to the person it is for. It is shown once, works once, and opens this Copytrail to whoever has it."
)
LEFT_NOTE = "Something here belongs to nobody."
TEAMS_NOTE = "A case can be shown to a team: its people see it, and those who are members work on it."
NO_TEAMS = "No team yet."
_DONE = {
    "role": "The role was changed. Where it allows less than before, the tokens of the person have ended.",
    "ended": "The account is ended, with everything it was signed in to and its tokens. What the person wrote stays.",
    "back": "The person can sign in again.",
    "withdrawn": "The invitation is not good any more.",
    "handed": "The cases and lessons were handed over.",
    "team-made": "The team was made. Choose its people below.",
    "team-changed": "The team was saved.",
    "team-deleted": "The team was deleted. Cases and lessons that were for it are seen by their owners alone.",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person as one line of the list."""

    id: str
    name: str
    about: str
    is_active: bool
    roles: tuple[Option, ...]
    heirs: tuple[Option, ...]
    """To whom cases and lessons can be handed over; nobody where there are none, or where the account goes on."""


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that is still good."""

    id: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The page of people; without accounts it says how to make the first one."""

    title: str = "People"
    csrf: str
    note: str
    has_people: bool
    left: str
    """That something belongs to nobody; empty where nothing does."""
    people: tuple[PersonLine, ...]
    invitations: tuple[InvitationLine, ...]
    roles: tuple[Option, ...]
    teams: tuple[Option, ...]
    spans: tuple[Option, ...]
    link: str
    """The address of a link just made."""
    link_note: str = LINK_NOTE
    notice: str
    problem: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team with everybody who is in it or could be."""

    id: str
    name: str
    count: str
    members: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsPage:
    """The page of teams."""

    title: str = "Teams"
    csrf: str
    note: str = TEAMS_NOTE
    no_teams: str = NO_TEAMS
    teams: tuple[TeamView, ...]
    name: str
    """What was typed for a new team in vain."""
    notice: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Everything that the page of people shows."""

    people: tuple[Person, ...]
    invitations: tuple[Link, ...] = ()
    teams: tuple[Team, ...] = ()
    cases: dict[str, int]
    """How many each person has."""
    teachers: frozenset[str] = frozenset()
    """Who has lessons of their own."""
    has_left: bool = False
    """Whether something belongs to nobody."""


def make_people(*, csrf: str, directory: Directory, link: str = "", done: str = "", problem: str = "") -> PeoplePage:
    """The page of people."""
    people = directory.people
    teams = {team.id: team.name for team in directory.teams}
    return PeoplePage(
        csrf=csrf,
        note=PEOPLE_NOTE if people else NO_PEOPLE,
        has_people=bool(people),
        left=LEFT_NOTE if people and directory.has_left else "",
        people=tuple(_show_person(person, directory) for person in people),
        invitations=tuple(_show_invitation(each, teams) for each in directory.invitations),
        roles=_list_roles(PersonRole.MEMBER),
        teams=(Option("", "No team", True), *(Option(key, show_line(name)) for key, name in teams.items())),
        spans=(Option("1", "1 day"), Option("7", "7 days", True), Option("30", "30 days")),
        link=link,
        notice=_DONE.get(done, ""),
        problem=problem,
    )


def make_teams(
    *,
    csrf: str,
    teams: tuple[Team, ...],
    people: tuple[Person, ...],
    done: str = "",
    refused: tuple[str, str] = ("", ""),
) -> TeamsPage:
    """The page of teams; a name that was refused stays, with the reason."""
    active = tuple(person for person in people if person.is_active)
    return TeamsPage(
        csrf=csrf,
        teams=tuple(_show_team(team, active) for team in teams),
        name=refused[0],
        notice=_DONE.get(done, ""),
        problem=refused[1],
    )


def _show_person(person: Person, directory: Directory) -> PersonLine:
    owned = directory.cases.get(person.id, 0)
    facts = [ROLES[person.role], person.email, count(owned, "case")]
    facts += [] if person.ended is None else [f"ended {say_time(person.ended)}"]
    has_any = owned or person.id in directory.teachers
    heirs = () if person.is_active or not has_any else directory.people
    return PersonLine(
        id=person.id,
        name=show_line(person.name),
        about=" · ".join(filter(None, facts)),
        is_active=person.is_active,
        roles=_list_roles(person.role),
        heirs=tuple(Option(each.id, show_line(each.name)) for each in heirs if each.is_active and each.writes),
    )


def _show_invitation(link: Link, teams: dict[str, str]) -> InvitationLine:
    team = teams.get(link.team_id or "", "")
    facts = (ROLES[link.role], link.email, show_line(team), f"good until {say_time(link.expires)}")
    return InvitationLine(link.id, " · ".join(filter(None, facts)))


def _show_team(team: Team, people: tuple[Person, ...]) -> TeamView:
    members = tuple(Option(each.id, show_line(each.name), each.id in team.members) for each in people)
    number = sum(each.chosen for each in members)
    return TeamView(team.id, show_line(team.name), count(number, "person", "people"), members)


def _list_roles(chosen: PersonRole) -> tuple[Option, ...]:
    return tuple(Option(role.value, name, role is chosen) for role, name in ROLES.items())
