"""The examples that --help shows are run as they stand."""

from __future__ import annotations

import json
import re
import shlex

from copytrail.cli.tree import walk
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.commands import make_parser

PLACEHOLDER = "3kQ9xZ"


def list_examples():
    """The lines below `examples:` of every verb."""
    for branch in walk(make_parser()):
        _, found, below = (branch.parser.epilog or "").partition("examples:\n")
        yield from (line.strip() for line in below.splitlines() if found)


def test_every_example_runs(run, case, tmp_path):
    line = {"id": "a", "original": RELEASE, "derivative": ARTICLE}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    run("compare", "release.txt", "story.txt", "-o", "result.json")
    examples = list(list_examples())

    for example in examples:
        words = shlex.split(re.split(r" 2?> | \| ", example)[0].replace(PLACEHOLDER, case[:8]))
        code, _, complaint = run(*words[1:])
        assert (code, example, complaint.count("copytrail:")) == (0, example, 0)
    assert len(examples) >= 10
