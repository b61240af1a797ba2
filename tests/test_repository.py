"""The house itself: what stands at the top, how big its modules are, and that no machine left its paths."""

from __future__ import annotations

import os
import re

import pytest

TOP = [
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "seeds",
    "copytrail",
    "webapp",
    "static",
    "templates",
    "tests",
    "docs",
    ".ci/run",
]
LONGEST_MODULE = 300
TEXT_ENDINGS = {".py", ".md", ".toml", ".html", ".css", ".js", ".yml", ".json", ""}
FOLDERS = ("copytrail", "webapp", "templates", "static", "docs", "bench", "tests", "seeds", ".ci")
HOME_PATH = re.compile(r"(?<![\w.$~)}])/(?:home|root|Users|work)/\w")


@pytest.mark.parametrize("name", TOP)
def test_top_level_is_complete(root, name):
    assert (root / name).exists()


def test_continuous_integration_can_run(root):
    assert os.access(root / ".ci" / "run", os.X_OK)


def test_markup_is_made_in_two_modules(root):
    modules = [*root.glob("copytrail/**/*.py"), *root.glob("webapp/**/*.py")]

    makers = {path.name for path in modules if re.search(r"\bMarkup\(", path.read_text(encoding="utf-8"))}

    assert makers == {"highlight.py", "weaving.py"}


def test_only_our_own_style_is_not_escaped(root):
    templates = {path.name: path.read_text(encoding="utf-8") for path in root.glob("templates/**/*.html")}

    unescaped = {name: re.findall(r"[^{]*\|\s*safe\b|autoescape", text) for name, text in templates.items()}

    found = {name: parts for name, parts in unescaped.items() if parts}
    own = [" page.style|safe"]
    assert found == dict.fromkeys(("report.html", "digest.html", "worksheet.html", "case.html"), own)


def test_modules_stay_readable(root):
    modules = [*root.glob("copytrail/**/*.py"), *root.glob("webapp/**/*.py")]

    long = {path.name for path in modules if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE}

    assert long == set()


def test_no_machine_left_its_paths(root):
    files = [path for folder in FOLDERS for path in (root / folder).rglob("*") if path.suffix in TEXT_ENDINGS]
    files += [path for path in root.iterdir() if path.is_file() and path.suffix in TEXT_ENDINGS]

    found = [path.name for path in files if path.is_file() and HOME_PATH.search(path.read_text(encoding="utf-8"))]

    assert found == []
