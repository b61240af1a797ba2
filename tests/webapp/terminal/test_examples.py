"""The examples that --help shows are run as they stand."""

from __future__ import annotations

import json
import re
import shlex
from types import SimpleNamespace

import pytest

from copytrail.cli.tree import walk
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import serving_commands
from webapp.commands import make_parser

PLACEHOLDER = "3kQ9xZ"
BEFORE = {"case restore": "trash", "case delete": "trash", "case unarchive": "archive"}
"""Where a case must lie for these."""


def list_examples(branch):
    """The lines below `examples:` of a verb, without what the shell does with them."""
    below = (branch.parser.epilog or "").partition("examples:\n")[2]
    return [re.split(r" 2?> | \| ", line.strip())[0] for line in below.splitlines()]


@pytest.fixture
def started(monkeypatch):
    """The ports of the servers that were started; none of them waits for anybody."""
    started = []

    def start(_app, *, host, ports):
        started.append(ports[0])
        return SimpleNamespace(address=f"http://{host}:{ports[0]}", run=lambda: None)

    monkeypatch.setattr(serving_commands, "open_server", start)
    monkeypatch.setattr(serving_commands, "_keep_deleting", lambda _app: None)
    monkeypatch.setattr("getpass.getpass", lambda _asked: "tide tables and biscuits")
    monkeypatch.setenv("CI", "true")
    return started


@pytest.fixture
def follow(run, tmp_path):
    """Runs an example on a case of its own."""
    line = {"id": "a", "original": RELEASE, "derivative": ARTICLE}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    run("compare", "release.txt", "story.txt", "-o", "result.json")

    def start(example):
        case = run("case", "create", "release.txt", "story.txt")[1].strip() if PLACEHOLDER in example else ""
        deed = example.removeprefix("copytrail ").partition(f" {PLACEHOLDER}")[0]
        if deed in BEFORE:
            run("case", BEFORE[deed], case)
        words = shlex.split(example.replace(PLACEHOLDER, case[:8]).replace("/tmp/", f"{tmp_path}/"))
        return run(*words[1:])

    return start


def test_every_verb_has_examples():
    branches = [each for each in walk(make_parser()) if each.words]

    assert [each.words for each in branches if not list_examples(each)] == []
    for branch in branches:
        called = " ".join(("copytrail", *branch.words))
        assert all(f"{line} ".startswith(f"{called} ") for line in list_examples(branch))


def test_every_example_runs(follow, started):
    for branch in walk(make_parser()):
        for example in list_examples(branch):
            code, _, complaint = follow(example)
            assert (code, example, complaint.count("copytrail:")) == (0, example, 0)

    assert sorted(started) == [8000, 8000, 8080, 8100]
