"""What the page says on which a class is joined, and what a pupil reads when something goes wrong."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.teaching import wording
from webapp.teaching.codes import LONGEST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinForm:
    """The form as it was typed, with what is wrong with it."""

    code: str = ""
    name: str = ""
    words: str = ""
    problem: str = ""
    is_again: bool = False
    """Whether the lower form was sent, the one of those who come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage:
    """Where pupils come in."""

    title: str
    csrf: str
    form: JoinForm
    about_code: str
    about_name: str
    about_again: str
    about_data: str
    name_limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage:
    """Something went wrong."""

    title: str
    happened: str
    advice: str


def make_join(form: JoinForm, *, csrf: str) -> JoinPage:
    """The page; what was typed in vain stays in the form."""
    return JoinPage(
        title="Join a class",
        csrf=csrf,
        form=form,
        about_code=wording.JOIN,
        about_name=wording.JOIN_NAME,
        about_again=wording.COME_BACK,
        about_data=wording.ABOUT_DATA,
        name_limit=LONGEST_NAME,
    )


def make_problem(title: str, happened: str, advice: str) -> ProblemPage:
    """The page of a problem."""
    return ProblemPage(title=title, happened=happened, advice=advice)
