"""Who sees a case, how long it is kept, and backups, as programs see and change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from webapp.api.about import About
from webapp.backup import Restored
from webapp.people.records import CaseAccess, Person, PersonRole, Team, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessData:
    """Whose a case is, and who may see it."""

    owner: Annotated[str, About(text="The id of its owner; empty where it is nobody's, and so for all.")]
    visibility: Annotated[Visibility, About(text="Its owner alone, a team, or everybody with an account.")]
    team: Annotated[str, About(text="The id of the team; empty where it is for none.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessSent:
    """Who may see a case from now on."""

    visibility: Annotated[Visibility, About(text="Its owner alone, a team, or everybody with an account.")]
    team: Annotated[str, About(text="The id of the team, where it is for one.", longest=100)] = ""
    owner: Annotated[
        str | None, About(text="The id of the person who gets it; without it, it stays whose it is.", longest=100)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySent:
    """The day on which a case is deleted."""

    delete_on: Annotated[date | None, About(text="A day after today; null keeps the case.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredData:
    """What a backup brought, or would bring."""

    made: Annotated[datetime, About(text="When the backup was made.")]
    cases: Annotated[int, About(text="How many cases it holds.")]
    documents: Annotated[int, About(text="How many texts.")]
    drafts: Annotated[int, About(text="How many unfinished forms.")]
    beside: Annotated[bool, About(text="Whether they stand beside what is here; accounts are left out then.")]
    renamed: Annotated[int, About(text="How many cases have new ids, because theirs were taken.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonData:
    """Somebody with an account."""

    id: Annotated[str, About(text="Their id.")]
    name: Annotated[str, About(text="Their name.")]
    role: Annotated[PersonRole, About(text="What they may do in general.")]
    email: Annotated[str, About(text="Their e-mail address; may be empty.")]
    is_active: Annotated[bool, About(text="Whether they may sign in.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonList:
    """Everybody with an account."""

    people: Annotated[tuple[PersonData, ...], About(text="In the order in which they came.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamData:
    """People who share cases."""

    id: Annotated[str, About(text="Its id.")]
    name: Annotated[str, About(text="Its name.")]
    members: Annotated[tuple[str, ...], About(text="The ids of its people.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamList:
    """Teams."""

    teams: Annotated[tuple[TeamData, ...], About(text="All of them for administrators, for others their own.")]


def tell_access(access: CaseAccess) -> AccessData:
    """Who sees a case, for programs."""
    return AccessData(owner=access.owner_id, visibility=access.visibility, team=access.team_id)


def tell_restored(restored: Restored) -> RestoredData:
    """What a backup brought, for programs."""
    return RestoredData(
        made=restored.made,
        cases=restored.cases,
        documents=restored.documents,
        drafts=restored.drafts,
        beside=restored.beside,
        renamed=restored.renamed,
    )


def tell_person(person: Person) -> PersonData:
    """Somebody, for programs; never the hash of a password."""
    return PersonData(id=person.id, name=person.name, role=person.role, email=person.email, is_active=person.is_active)


def tell_team(team: Team) -> TeamData:
    """A team, for programs."""
    return TeamData(id=team.id, name=team.name, members=tuple(sorted(team.members)))
