"""Cases as folders: a `case.toml` beside the texts it names, such as the one bundled with Copytrail."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, TypeAlias

from copytrail.intake.from_plain import read_plain

if TYPE_CHECKING:
    from copytrail.model import Document

TomlTable: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseText:
    """One text of a case as its file gives it, with what is known about it."""

    name: str
    """The name of the file, `article-1.txt`."""
    data: bytes
    title: str
    publisher: str
    url: str
    published: str
    language: str

    @property
    def id(self) -> str:
        """The name of the file without its ending."""
        return self.name.rpartition(".")[0]

    def read(self) -> Document:
        """The text as a document."""
        return read_plain(
            self.data,
            id=self.id,
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            published=self.published,
            language=self.language,
            sha256=hashlib.sha256(self.data).hexdigest(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    """A folder with one original and the derivatives to hold against it."""

    name: str
    title: str
    original: CaseText
    derivatives: tuple[CaseText, ...]


def bundled_cases() -> tuple[CaseFolder, ...]:
    """The cases that come with Copytrail, in the order of their names.

    >>> [case.name for case in bundled_cases()]
    ['uk-iraq-returns']
    """
    return tuple(map(read_case, bundled_folders()))


def bundled_folders() -> tuple[Traversable, ...]:
    """Their folders, in the same order."""
    folders = sorted((child for child in _seeds().iterdir() if child.is_dir()), key=lambda child: child.name)
    return tuple(folder for folder in folders if folder.joinpath("case.toml").is_file())


def read_case(folder: Traversable) -> CaseFolder:
    """The case described by `case.toml` in a folder."""
    described = tomllib.loads(folder.joinpath("case.toml").read_text(encoding="utf-8"))
    language = str(described.get("language", ""))
    return CaseFolder(
        name=folder.name,
        title=str(described["title"]),
        original=_read_text(folder, described["original"], language),
        derivatives=tuple(_read_text(folder, table, language) for table in described["derivatives"]),
    )


def _read_text(folder: Traversable, table: TomlTable, language: str) -> CaseText:
    name = str(table["file"])
    return CaseText(
        name=name,
        data=folder.joinpath(name).read_bytes(),
        title=str(table.get("title", "")),
        publisher=str(table.get("publisher", "")),
        url=str(table.get("url", "")),
        published=str(table.get("published", "")),
        language=str(table.get("language", language)),
    )


def _seeds() -> Traversable:
    """The folder of cases: inside the package when installed, one folder up in a checkout."""
    package = files("copytrail")
    inside = package.joinpath("seeds")
    return inside if inside.is_dir() else package.joinpath("..", "seeds")
