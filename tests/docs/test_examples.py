"""The files of `docs/examples` are what the program makes today."""

from __future__ import annotations

import pytest

from copytrail.export import FORMATS
from tests.export.examples import FOLDER, make_examples, unpack

MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(make_examples())


def test_examples_are_what_the_program_makes(made):
    kept = {each.name: each.read_bytes() for each in FOLDER.iterdir() if each.suffix != ".md" or each.stem == "article"}

    assert sorted(kept) == sorted(made)
    for name, data in made.items():
        now, then = unpack(name, data), unpack(name, kept[name])
        assert list(now) == list(then), f"{name}: run make examples"
        differ = [each for each in now if now[each] != then[each] and not each.endswith("manifest.json")]
        assert differ == [], "run make examples"


def test_every_format_has_an_example(made):
    suffixes = {name[name.index(".") :] for name in made}

    assert suffixes == {form.suffix for form in FORMATS.values()}


def test_examples_stay_small_together():
    assert sum(each.stat().st_size for each in FOLDER.iterdir()) < MOST_BYTES
