"""The examples in the shell's own documentation."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import webapp

FOLDER = Path(webapp.__file__).parent
MODULES = [path for path in sorted(FOLDER.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_examples_are_true(path):
    name = ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts)

    result = doctest.testmod(importlib.import_module(name))

    assert result.attempted
    assert not result.failed
