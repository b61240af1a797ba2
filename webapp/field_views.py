"""Fields as a template gets them: label, hint, value, error, and how these are tied together."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.choices import RoleChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field; its name is its id on the page, too."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    error: str = ""

    @property
    def described_by(self) -> str:
        """The ids of hint and error, for those who do not see them beside the field."""
        ids = [f"{self.name}-{part}" for part in ("hint", "error") if getattr(self, part)]
        return " ".join(ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """A file or page that was received for a text."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """The fields of one text."""

    prefix: str
    number: int
    """0 is the release."""
    heading: str
    roles: tuple[RoleChoice, ...]
    """What it can be in the case; nothing where it can be one thing only."""
    about: tuple[FieldView, ...]
    text: FieldView
    file: FieldView
    takes_many: bool
    """Whether several files can be chosen at once."""
    address: FieldView | None
    """Of a page to open; nothing where this Copytrail opens none."""
    attachment: AttachmentView | None
    """The file or page received for it, which stands in place of the box."""
    refused: FieldView | None
    """Why the file chosen last was not taken, which the form carries on until there is a text."""
    open_about: bool
    removable: bool
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorLink:
    """An error in the summary, leading to its field."""

    field: str
    where: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """The unfinished form behind the fields: which one it is, and which version of it the page knows."""

    key: str
    writer: str
    seen: int
    turn: int
    case_id: str | None
    apart_from: str
    """The key of the form that this one was kept apart from, if it was."""
    apart_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The whole form."""

    state: FormState
    case_id: str | None
    name: str
    """What the form is for, for those who do not see what stands around it."""
    title: FieldView
    texts: tuple[TextView, ...]
    errors: tuple[ErrorLink, ...]
    summary: str
