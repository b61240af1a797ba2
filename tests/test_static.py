"""The files served to the browser: those by others are what they were, our own stay small and call nobody."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def test_vendored_files_match_their_sums(root: Path):
    vendor = root / "static" / "vendor"
    sums = dict(reversed(line.split("  ", 1)) for line in (vendor / "SHA256SUMS").read_text().splitlines())

    found = {
        path.relative_to(vendor).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.rglob("*")
        if path.is_file() and path.name not in ("README.md", "SHA256SUMS")
    }

    assert found == sums


def test_every_vendored_folder_has_its_licence(root: Path):
    fonts = root / "static" / "vendor" / "fonts"

    assert all((folder / "LICENSE").is_file() for folder in fonts.iterdir())
    assert (root / "static" / "vendor" / "htmx.LICENSE").is_file()


def test_our_files_call_no_other_place(root: Path):
    ours = [path for kind in ("css", "js") for path in (root / "static" / kind).glob("*")]
    ours += list((root / "templates").rglob("*.html"))

    calls = {
        path.name: re.findall(r"(?:https?:)?//(?!www\.w3\.org/2000/svg)[a-z0-9-]+\.[a-z]+", path.read_text())
        for path in ours
    }

    assert {name: found for name, found in calls.items() if found} == {}


def test_templates_have_no_inline_style_or_script(root: Path):
    inline = re.compile(r"""\sstyle=|\son[a-z]+=["']|javascript:|<script(?![^>]*\ssrc=)""")

    found = [p.name for p in (root / "templates").rglob("*.html") if inline.search(p.read_text())]

    assert found == []
