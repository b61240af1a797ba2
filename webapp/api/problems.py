"""Problems as RFC 9457 writes them: what every error of the API looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from webapp.api.about import About

MEDIA = "application/problem+json"
ROOT = "/api/v1"
"""Where the API begins: what lies below it is answered to programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemFault:
    """What is wrong in one place of what was sent."""

    pointer: Annotated[str, About(text="Where it stands: a JSON pointer into the body, or the name of a parameter.")]
    detail: Annotated[str, About(text="What is wrong there.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiProblem:
    """A problem (RFC 9457). The status says what kind it is; the sentences are for people and may change."""

    type: Annotated[str, About(text="Always about:blank: the status says all that a program needs.")] = "about:blank"
    title: Annotated[str, About(text="The kind of problem, in words.")]
    status: Annotated[int, About(text="The status of the answer.")]
    detail: Annotated[str, About(text="What happened, in a sentence.")]
    errors: Annotated[tuple[ProblemFault, ...], About(text="Every mistake that was found in what was sent.")] = ()


def is_api(path: str) -> bool:
    """Whether an address is one of the API.

    >>> is_api("/api/v1/compare"), is_api("/api")
    (True, False)
    """
    return path == ROOT or path.startswith(f"{ROOT}/")


def say_problem(status: int, happened: str) -> str:
    """What a problem says to whoever wrote the program; pages say the same to whoever sits in front of them."""
    return _DETAILS.get(status, happened)


_DETAILS = {
    404: "There is nothing at this address that you may see.",
    405: "This address does not know the method: the header Allow says which it knows.",
    413: "More was sent than is taken at once: a text may have up to 1 MB.",
    415: "Send JSON, with the header Content-Type: application/json.",
    500: "Copytrail made a mistake. What is stored is as it was before.",
}
