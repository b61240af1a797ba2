"""The fields of one text in a form: a box, files, an address, and what is said of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from webapp.records import GivenText
from webapp.roles import Role
from webapp.unfinished import AttachmentRecord

SHORT_FIELDS = ("title", "publisher", "url", "published")
TEXT_FIELDS = (*SHORT_FIELDS, "text", "address", "kept", "refused", "role")
_KEY = re.compile(r"[A-Za-z0-9_-]{20,40}")
Files: TypeAlias = "Mapping[str, tuple[GivenFile, ...]]"
"""The files that were chosen, by the name of their field."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that was chosen in the form."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """The fields of one text: it stands in the box, is a file, or stands at an address."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    text: str = ""
    address: str = ""
    """Of a page that is to be opened; `url` only says where a text was published."""
    kept: str = ""
    """The id of the file that was received for it, and is kept beside the form."""
    refused: str = ""
    """Why the file that was chosen last could not be taken, while the box is empty."""
    role: str = ""
    """`reference` for a further original; everything else is an article."""
    attachment: AttachmentRecord | None = None
    """What is known of the file that was received for it."""
    files: tuple[GivenFile, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was filled in."""
        return not self.files and not any(
            value.strip() for value in (self.text, self.address, self.kept, *self.short_values)
        )

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was filled in and no file was chosen in vain."""
        return self.is_blank and not self.refused

    @property
    def wants_page(self) -> bool:
        """Whether it is to come from an address and from nowhere else."""
        return bool(self.address.strip()) and not self.files and not self.kept

    @property
    def short_values(self) -> tuple[str, ...]:
        """Title, publisher, address and date."""
        return (self.title, self.publisher, self.url, self.published)

    def give(self) -> GivenText:
        """The text in the box as the services take it; a file is put in its place by whoever has it."""
        return GivenText(
            content=self.text.encode("utf-8", "surrogatepass"),
            is_reference=self.role == Role.REFERENCE,
            title=self.title,
            publisher=self.publisher,
            url=self.url.strip(),
            published=self.published,
        )

    def attach(self, attachment: AttachmentRecord) -> TextForm:
        """The form of this text with a file received for it; what the file says of itself fills empty fields."""
        found = attachment.found
        return replace(
            self,
            title=self.title.strip() or found.get("title", ""),
            publisher=self.publisher.strip() or found.get("publisher", ""),
            url=self.url.strip() or found.get("url", ""),
            published=self.published.strip() or found.get("published", ""),
            text="",
            address="",
            refused="",
            kept=attachment.id,
            attachment=attachment,
            files=(),
        )

    def detach(self) -> TextForm:
        """The form of this text without the file received for it."""
        return replace(self, kept="", attachment=None, refused="")


def is_key(word: str) -> bool:
    """Whether the word may be a key that was given out."""
    return _KEY.fullmatch(word) is not None


def read_text(prefix: str, fields: Mapping[str, str], files: Files) -> TextForm:
    """The fields of one text."""
    words = {name: fields.get(f"{prefix}-{name}", "") for name in (*SHORT_FIELDS, "address", "role")}
    text = fields.get(f"{prefix}-text", "").replace("\r\n", "\n")
    given = files.get(f"{prefix}-file", ())
    kept = fields.get(f"{prefix}-kept", "")
    refused = "" if given or text.strip() else fields.get(f"{prefix}-refused", "")
    return replace(make_text(words), text=text, kept=kept if is_key(kept) else "", refused=refused, files=given)


def make_text(words: Mapping[str, str]) -> TextForm:
    """The fields of one text from their names and what stands in them; other names are left out."""
    known = {name: words.get(name, "") for name in TEXT_FIELDS}
    return TextForm(
        title=known["title"],
        publisher=known["publisher"],
        url=known["url"],
        published=known["published"],
        text=known["text"],
        address=known["address"],
        kept=known["kept"],
        refused=known["refused"],
        role=known["role"],
    )
