"""The Jinja environment of the exported documents, with the templates and style sheets they are made from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def make_environment() -> Environment:
    """The environment: autoescaped, strict, with the same options as the web application's."""
    return Environment(
        loader=FileSystemLoader(find_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def read_style(name: str) -> str:
    """A style sheet as text, without what refers to other files."""
    lines = (find_folder("static") / "css" / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("@font-face"))


def find_folder(name: str) -> Path:
    """Where templates or static files are: inside the installed package, or one folder up in a checkout.

    >>> (find_folder("templates") / "export" / "report.html").is_file()
    True
    """
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
