"""What stands around every page: who is signed in, and what the header offers them."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.visible import show_line
from webapp.people.rights import NOWHERE, Need, Rights, Standing, Verdict, judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The header of a page; its template gets it as `frame`."""

    csrf: str = ""
    """The token of the form that signs out; empty where nobody is signed in."""
    person: str = ""
    """The name of the one who is signed in."""
    account: str = ""
    """What the link to one's own page is called; empty where there is none."""
    about_account: str = ""
    """What that link is, said before a name."""
    is_admin: bool = False
    writes: bool = True
    """Whether the page may offer forms that change cases."""
    manages: bool = True
    """Whether it may offer what only those may do whose case it is."""
    is_stranger: bool = False
    """Whether the links of the header would only lead to the page for signing in."""
    lingers: str = ""
    """Said while deleted words are still in a file."""


def make_frame(rights: Rights | None, csrf: str, standing: Standing = NOWHERE) -> Frame:
    """The frame for somebody; without rights, for a page shown before anybody was asked who they are."""
    if rights is None:
        return Frame()
    if rights.is_alone:
        return Frame(account=show_line(rights.name) or "Your name", about_account="Your name: " if rights.name else "")
    if rights.person is None:
        return Frame(is_stranger=True, writes=False, manages=False)
    return Frame(
        csrf=csrf,
        person=show_line(rights.name),
        account=show_line(rights.name),
        about_account="My account: ",
        is_admin=rights.is_admin,
        writes=rights.writes,
        manages=judge(Need.MANAGE_CASE, rights, standing) is Verdict.ALLOWED,
    )
