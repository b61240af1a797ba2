"""What the page of one's tokens says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import say_time
from copytrail.display.visible import show_line
from webapp.api.access import Scope, Token
from webapp.api.tokens import DAYS
from webapp.people.rights import Rights

NOTE = (
    "A token lets a program ask Copytrail in your name, through the API. Give it to nobody: who has it may do what it "
    "allows, until it runs out or you revoke it."
)
ENDS_NOTE = "A new password ends all your tokens, and so does a role that allows less."
ALONE_NOTE = (
    "Programs on this computer may read and compare without a token. To let one change something, make a token for it."
)
MADE = "Copy the token now: it is not shown again."
_SCOPES = {
    Scope.READ: ("Read", "look at cases, compare, export"),
    Scope.WRITE: ("Write", "the same, and make and change cases"),
    Scope.MANAGE: ("Manage", "the same, and delete what is yours"),
}
_DONE = {"revoked": "The token was revoked."}


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLine:
    """One token."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a list."""

    value: str
    label: str
    about: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed in vain, and why."""

    name: str = ""
    scope: str = Scope.READ.value
    days: str = str(DAYS[1])
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokensPage:
    """One's own tokens, and the form that makes one."""

    title: str
    csrf: str
    note: str
    notice: str
    made: str
    """The token that was made just now."""
    made_note: str
    tokens: tuple[TokenLine, ...]
    name: str
    problem: str
    scopes: tuple[Option, ...]
    days: tuple[Option, ...]


def make_tokens(
    *, csrf: str, rights: Rights, tokens: tuple[Token, ...], asked: Asked = Asked(), made: str = "", done: str = ""
) -> TokensPage:
    """The page; a token that was just made stands on it once."""
    return TokensPage(
        title="Tokens",
        csrf=csrf,
        note=f"{NOTE} {ENDS_NOTE}" if rights.person else f"{ALONE_NOTE} {NOTE}",
        notice=_DONE.get(done, ""),
        made=made,
        made_note=MADE if made else "",
        tokens=tuple(TokenLine(id=each.id, name=show_line(each.name), about=_say(each)) for each in tokens),
        name=asked.name,
        problem=asked.problem,
        scopes=tuple(
            Option(value=scope.value, label=label, about=about, is_chosen=scope.value == asked.scope)
            for scope, (label, about) in _SCOPES.items()
            if rights.writes or scope is Scope.READ
        ),
        days=tuple(Option(value=str(each), label=f"{each} days", is_chosen=str(each) == asked.days) for each in DAYS),
    )


def _say(token: Token) -> str:
    used = f"last used {say_time(token.seen)}" if token.seen else "never used"
    return f"{_SCOPES[token.scope][0].lower()} · until {say_time(token.expires)} · {used}"
