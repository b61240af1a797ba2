"""What a text of a form can be in its case: an article, or a further original."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.roles import Role
from webapp.text_forms import TextForm

REFERENCE_HINT = "An earlier release, a report, a transcript: articles are held against it, too."


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """One of the things a text can be in its case."""

    value: str
    label: str
    hint: str
    chosen: bool


def name_text(number: int, *, is_added: bool) -> str:
    """What a text is called in its form; in a form that adds texts it can be an article or a further original."""
    if not number:
        return "Release"
    return f"Text {number}" if is_added else f"Article {number}"


def list_roles(text: TextForm) -> tuple[RoleChoice, ...]:
    """The choice of a text that is added to a case."""
    is_reference = text.role == Role.REFERENCE
    return (
        RoleChoice("", "Article", "It is held against the release.", not is_reference),
        RoleChoice(Role.REFERENCE.value, "Further original", REFERENCE_HINT, is_reference),
    )
