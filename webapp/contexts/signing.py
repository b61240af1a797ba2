"""What the pages for signing in, joining and setting a password say."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import say_time
from webapp.field_views import FieldView
from webapp.people.passwords import SHORTEST
from webapp.people.records import Link, PersonRole

PASSWORD_HINT = f"At least {SHORTEST} characters: a few words are easy to remember. Any characters will do."
SIGNED_OUT = "You are signed out."
ELSEWHERE = "Sign in with your newsroom’s account"
CHANGED = "The password is set. Please sign in with it."
ROLE_WORDS = {
    PersonRole.ADMIN: "an administrator: you make cases and look after people and teams",
    PersonRole.MEMBER: "a member: you make cases and work on those that are shown to you",
    PersonRole.READER: "a reader: you read the cases that are shown to you",
}
_DONE = {"signed-out": SIGNED_OUT, "password": CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordField:
    """A field for a password."""

    name: str
    label: str
    completes: str
    """What a password manager may put in: `current-password` or `new-password`."""
    hint: str = ""
    error: str = ""

    @property
    def described_by(self) -> str:
        """The ids of hint and error."""
        return " ".join(f"{self.name}-{part}" for part in ("hint", "error") if getattr(self, part))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage:
    """The page for signing in."""

    title: str = "Sign in"
    csrf: str
    going: str
    name: FieldView
    password: PasswordField
    problem: str
    notice: str
    elsewhere: str
    """What the link to the newsroom's own sign-on is called; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage:
    """The page that a link opens: accept an invitation, or set a new password."""

    title: str
    introduction: str
    csrf: str
    token: str
    name: FieldView | None
    """Asked of those who are invited."""
    person: str
    """Whose password it is, for password managers; empty for those who are invited."""
    password: PasswordField
    button: str
    problem: str = ""


def make_sign_in(
    *, csrf: str, going: str, name: str = "", problem: str = "", done: str = "", elsewhere: bool = False
) -> SignInPage:
    """The page for signing in; a name that was typed stays."""
    return SignInPage(
        csrf=csrf,
        going=going,
        name=FieldView(name="name", label="Name or e-mail address", value=name),
        password=PasswordField(name="password", label="Password", completes="current-password"),
        problem=problem,
        notice=_DONE.get(done, ""),
        elsewhere=ELSEWHERE if elsewhere else "",
    )


def make_invitation(*, csrf: str, token: str, link: Link, name: str = "", problem: str = "") -> JoinPage:
    """The page that accepts an invitation."""
    return JoinPage(
        title="Welcome to Copytrail",
        introduction=f"You are invited as {ROLE_WORDS[link.role]}. The invitation is good until "
        f"{say_time(link.expires)}.",
        csrf=csrf,
        token=token,
        name=FieldView(name="name", label="Your name", value=name, hint="What you write is signed with it."),
        person="",
        password=_ask_new(),
        button="Make my account",
        problem=problem,
    )


def make_reset(*, csrf: str, token: str, person: str, problem: str = "") -> JoinPage:
    """The page that sets a new password."""
    return JoinPage(
        title="Set a new password",
        introduction=f"For {person}. You will be signed out everywhere else, and tokens for programs end.",
        csrf=csrf,
        token=token,
        name=None,
        person=person,
        password=_ask_new(),
        button="Set the password",
        problem=problem,
    )


def _ask_new() -> PasswordField:
    return PasswordField(name="password", label="Password", completes="new-password", hint=PASSWORD_HINT)
