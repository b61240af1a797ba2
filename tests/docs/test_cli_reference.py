"""docs/cli.md shows what --help says, docs/copytrail.1 what `manual` says.

`UPDATE_DOCS=1 pytest tests/docs` writes them anew.
"""

from __future__ import annotations

import os
import re

import pytest

from copytrail.cli.manual import write_manual
from copytrail.cli.tree import walk
from webapp.commands import make_parser


@pytest.fixture
def helps(monkeypatch):
    """What --help says for the command and each of its verbs, by their names."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return {" ".join(("copytrail", *each.words)): each.parser.format_help() for each in walk(make_parser())}


def test_reference_shows_every_help(root, helps):
    path = root / "docs" / "cli.md"
    if os.environ.get("UPDATE_DOCS"):
        head = path.read_text(encoding="utf-8").partition("\n## ")[0].rstrip()
        parts = [f"## `{name}`\n\n```text\n{shown}```" for name, shown in helps.items()]
        path.write_text("\n\n".join([head, *parts]) + "\n", encoding="utf-8")

    shown = re.findall(
        r"^## `([^`\n]+)`\n\n```text\n(.*?)```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )

    assert unfold(dict(shown)) == unfold(helps)


def unfold(helps):
    """The helps without what differs from Python to Python: line breaks, a value named twice (`-o X, --output X`)."""
    return {name: re.sub(r"(-\w) (\S+), (--\S+ \2)", r"\1, \3", " ".join(text.split())) for name, text in helps.items()}


def test_manual_page_is_what_the_command_prints(root):
    path = root / "docs" / "copytrail.1"
    page = write_manual(walk(make_parser()))
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(page, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == page
