"""The command beside a running server, and on either database."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request

import pytest


@pytest.fixture
def server(run, root):
    """The address of a server in a process of its own, on the data that the command works with."""
    command = [sys.executable, "-m", "webapp.commands", "serve", "--port", "0"]
    ends = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(root)}, **ends) as process:
        try:
            yield re.search(r"http://[^/\s]+", process.stdout.readline())[0]
        finally:
            process.terminate()


def fetch(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def test_running_server_shows_what_the_command_does(server, run):
    case = run("case", "create", "release.txt", "story.txt", "other.txt", "--title", "The bridge")[1].strip()

    assert "The bridge" in fetch(f"{server}/cases/{case}")
    assert json.loads(fetch(f"{server}/cases/{case}/articles/2/export/json"))["matches"]

    assert run("case", "rename", case, "The crossing")[0] == 0

    assert "The crossing" in fetch(f"{server}/cases/{case}")


def test_command_works_on_either_database(run, each_database, tmp_path):
    def work(verb, *words):
        code, shown, complaint = run(*verb.split(), *words, "--database", each_database.database)
        assert (verb, code, complaint) == (verb, 0, "")
        return shown

    case = work("case create", "release.txt", "story.txt", "wrong.txt").strip()
    work("case add", case, "other.txt")
    work("case rename", case, "The crossing")

    assert work("case list", "band").split()[0] == case
    assert "fifteen million" in work("case findings", case[:8])
    assert json.loads(work("export", case, "--format", "json", "--article", "1"))["matches"]
    work("backup", str(tmp_path / "one.zip"), "--case", case[:8])
    work("case trash", case)
    work("case delete", case)
    assert work("case list", "--in", "trash") == work("case list") == ""
