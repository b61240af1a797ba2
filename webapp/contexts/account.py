"""What the page of one's own account says; without accounts it asks for a name only."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import say_time
from webapp.contexts.signing import PASSWORD_HINT, PasswordField
from webapp.field_views import FieldView
from webapp.people.records import PersonRole, SignIn
from webapp.people.rights import Rights

ALONE_NOTE = (
    "Whoever sits at this computer can open Copytrail: it asks nobody to sign in. With a name, corrections, notes and "
    "dismissals say who made them; without one they say “by hand”."
)
SIGNED_NOTE = "Corrections, notes and dismissals are signed with this name; those made before keep the name they have."
ROLES = {PersonRole.ADMIN: "Administrator", PersonRole.MEMBER: "Member", PersonRole.READER: "Reader"}
ENDS_ALL = "A new one signs you out in every other browser and ends your tokens for programs."
SIGNS_IN_ELSEWHERE = "You sign in with your newsroom's account; there is no password here."
_DONE = {
    "named": "The name was saved.",
    "password": "The password was changed. You are signed out everywhere else, and your tokens ended.",
    "ended": "That browser is signed out.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLine:
    """One browser in which a person is signed in."""

    id: str
    started: str
    seen: str
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """One's own account."""

    title: str
    csrf: str
    role: str
    note: str
    name: FieldView
    passwords: tuple[PasswordField, ...]
    """The present one and the new one; nothing where there is none to change."""
    no_password: str
    sign_ins: tuple[SignInLine, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """What was typed in vain, and why."""

    field: str
    value: str
    message: str


def make_account(
    *, csrf: str, rights: Rights, sign_ins: tuple[SignIn, ...] = (), done: str = "", mistake: Mistake | None = None
) -> AccountPage:
    """The page of one's own account, or of one's name."""
    person = rights.person
    return AccountPage(
        title="My account" if person else "Your name",
        csrf=csrf,
        role=ROLES[person.role] if person else "",
        note=SIGNED_NOTE if person else ALONE_NOTE,
        name=_show_name(rights, mistake),
        passwords=_show_passwords(mistake) if person and person.password else (),
        no_password=SIGNS_IN_ELSEWHERE if person and not person.password else "",
        sign_ins=tuple(_show_sign_in(each, rights.sign_in) for each in sign_ins),
        notice=_DONE.get(done, ""),
    )


def _show_name(rights: Rights, mistake: Mistake | None) -> FieldView:
    is_wrong = mistake is not None and mistake.field == "name"
    return FieldView(
        name="name",
        label="Name",
        value=mistake.value if mistake and is_wrong else rights.name,
        hint="" if rights.person else "Optional.",
        error=mistake.message if mistake and is_wrong else "",
    )


def _show_passwords(mistake: Mistake | None) -> tuple[PasswordField, ...]:
    told = {mistake.field: mistake.message} if mistake else {}
    return (
        PasswordField(name="old", label="Present password", completes="current-password", error=told.get("old", "")),
        PasswordField(
            name="new",
            label="New password",
            completes="new-password",
            hint=f"{PASSWORD_HINT} {ENDS_ALL}",
            error=told.get("new", ""),
        ),
    )


def _show_sign_in(sign_in: SignIn, here: str) -> SignInLine:
    return SignInLine(
        id=sign_in.id,
        started=say_time(sign_in.started),
        seen=say_time(sign_in.seen),
        is_this=sign_in.id == here,
    )
