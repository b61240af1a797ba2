"""Every label, finding, setting, room and export format stands in the documentation."""

from __future__ import annotations

import re

import pytest

from copytrail.display.naming import FINDING_NAMES
from copytrail.export import FORMATS
from copytrail.intake.formats import ENDINGS
from copytrail.model import Derivation, EditKind, Label, ParagraphKind
from copytrail.pairs import FIELDS


@pytest.fixture(scope="module")
def docs(root):
    """All documentation by file name."""
    paths = [*root.glob("docs/**/*.md"), *root.glob("*.md"), root / "seeds" / "README.md"]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize("label", [*Label, *EditKind, *Derivation])
def test_vocabulary_names_every_label(docs, label):
    assert f"`{label.value}`" in docs["docs/vocabulary.md"]


@pytest.mark.parametrize("name", [*FIELDS, *(kind.value for kind in ParagraphKind)])
def test_json_page_names_every_field(docs, name):
    assert name in docs["docs/json.md"]


@pytest.mark.parametrize("kind", FINDING_NAMES)
def test_json_page_names_every_finding(docs, kind):
    assert kind in docs["docs/json.md"]


@pytest.mark.parametrize("name", FORMATS)
def test_command_page_names_every_format(docs, name):
    assert f"`{name}`" in docs["docs/cli.md"]


@pytest.mark.parametrize("suffix", ENDINGS)
def test_every_input_is_named(docs, suffix):
    assert f"`{suffix}`" in docs["docs/cli.md"]
    assert f"`{suffix}`" in docs["README.md"]


def test_architecture_names_every_setting(root, docs):
    settings = set(re.findall(r'"(COPYTRAIL_\w+)"', (root / "webapp" / "settings.py").read_text(encoding="utf-8")))

    assert settings
    assert {name for name in settings if f"`{name}`" not in docs["docs/architecture.md"]} == set()


def test_architecture_names_every_room(root, docs):
    rooms = {path.name for path in (root / "copytrail").iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms |= {path.name for path in (root / "webapp").iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms -= {"__init__.py", "__pycache__"}

    assert {room for room in rooms if room not in docs["docs/architecture.md"]} == set()


def test_links_between_pages_lead_somewhere(root, docs):
    broken = [
        f"{name}: {target}"
        for name, text in docs.items()
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
        if not (root / name).parent.joinpath(target).exists()
    ]

    assert broken == []


def test_readme_starts_with_the_two_commands(docs):
    first_screen = docs["README.md"].splitlines()[:24]

    assert any(line.startswith("make demo") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)
