"""The bar of long work: on a terminal only, gone when the work is done, without colours."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest

from copytrail.cli.progress import Progress
from tests.cli.shells import read_terminal

LINES = [json.dumps({"id": number, "original": "It rained.", "derivative": "It rained."}) for number in range(4)]


@pytest.fixture
def watch(monkeypatch):
    """Makes standard error, as it is captured while a test runs, a terminal."""

    def start(kind="xterm"):
        monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", kind)

    return start


def work(steps, on=lambda: None, **options):
    with Progress("compared", steps, **options) as progress:
        for _ in range(steps):
            on()
            progress.count()


def show(said):
    """What stands on the screen after all of that was written."""
    line = ""
    for part in said.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_pipe_shows_no_progress(capsys):
    work(4)

    assert capsys.readouterr().err == ""


def test_terminal_shows_each_step(watch, capsys):
    watch()
    work(4)

    said = capsys.readouterr().err
    assert [f"{done} of 4 compared" in said for done in range(5)] == [True] * 5


def test_bar_is_gone_afterwards(watch, capsys):
    watch()
    work(4)

    assert show(capsys.readouterr().err) == ""


def test_bar_is_gone_after_a_mistake(watch, capsys):
    watch()
    with pytest.raises(ZeroDivisionError):
        work(4, on=lambda: 1 / 0)

    assert show(capsys.readouterr().err) == ""


@pytest.mark.parametrize(
    ("steps", "options", "kind"), [(1, {}, "xterm"), (4, {"quiet": True}, "xterm"), (4, {}, "dumb")]
)
def test_some_work_shows_no_bar(watch, capsys, steps, options, kind):
    watch(kind)

    work(steps, **options)

    assert capsys.readouterr().err == ""


def test_total_may_come_later(watch, capsys):
    watch()
    with Progress("rows read") as progress:
        count = progress.expect(2)
        count()

    assert "1 of 2 rows read" in capsys.readouterr().err


def test_long_work_writes_few_lines(watch, capsys, monkeypatch):
    watch()
    monkeypatch.setattr("copytrail.cli.progress.time.monotonic", lambda: 0.0)

    work(10_000)

    assert capsys.readouterr().err.count(" of 10000 ") == 25


def test_real_terminal_without_colours_gets_none(tmp_path, root):
    (tmp_path / "pairs.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    ours, theirs = pty.openpty()
    code = "import sys; from copytrail.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "batch", "pairs.jsonl", "-o", "results.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(root), "NO_COLOR": "1", "TERM": "xterm"}

    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        said = read_terminal(ours)
        shown = process.stdout.read()

    assert (process.returncode, shown) == (0, b"")
    assert "4 of 4 pairs done" in said
    assert "\x1b" not in said
    assert show(said.removesuffix("\r\n")) == "4 of 4 pairs done."
