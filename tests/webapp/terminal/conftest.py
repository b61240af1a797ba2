"""A folder with texts, and the command run on a data folder of its own."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import commands, create_app
from webapp.settings import read_settings

OTHER = "The minister opened the new bridge over the river on Monday. A band played in the rain for an hour.\n"
WRONG = ARTICLE + "\nThe bridge cost fifteen million pounds and took three years to build, the department said.\n"
TEXTS = {
    "release.txt": RELEASE,
    "earlier.txt": RELEASE,
    "story.txt": ARTICLE,
    "other.txt": OTHER,
    "wrong.txt": WRONG,
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsysbinary):
    """Run `copytrail` on a data folder of its own; gives the exit code and both outputs."""
    monkeypatch.setenv("COPYTRAIL_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("COPYTRAIL_DATABASE", raising=False)
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def start(*arguments):
        code = commands.main(arguments)
        shown = capsysbinary.readouterr()
        return code, shown.out.decode(), shown.err.decode()

    return start


@pytest.fixture
def case(run):
    """The id of a case of two articles."""
    return run("case", "create", "release.txt", "story.txt", "other.txt", "--title", "The bridge")[1].strip()


@pytest.fixture
def app(run, tmp_path):
    """The application on the same data."""
    return create_app(read_settings({"COPYTRAIL_DATA": str(tmp_path / "data")}))


@pytest.fixture
def desk(app):
    """The use cases of the pages, on the same data."""
    return app.extensions["copytrail"]
