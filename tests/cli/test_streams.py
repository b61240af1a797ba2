"""Colours, pipes and interruptions."""

import os
import signal
import subprocess
import sys

import pytest

from copytrail.cli import main
from copytrail.cli.streams import shows_colour

WORDS = "The minister opened the new bridge over the river on Monday and thanked everybody who built it."
COMMAND = [sys.executable, "-m", "webapp.commands"]


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(WORDS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("asked", "environment", "coloured"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_are_as_asked_into_a_pipe(story, monkeypatch, capsysbinary, asked, environment, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert main(["compare", story, story, "--color", asked]) == 0

    assert (b"\x1b[" in capsysbinary.readouterr().out) is coloured


def test_plain_terminal_shows_no_colour(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert not shows_colour()

    monkeypatch.setenv("TERM", "xterm")
    assert shows_colour()


def test_reader_who_leaves_early_is_no_error(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"{WORDS} {number}" for number in range(3000)), encoding="utf-8")

    with subprocess.Popen([*COMMAND, "read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()

    assert (process.returncode, complaint) == (0, b"")


def test_interruption_is_one_line(tmp_path):
    pipe = tmp_path / "release.txt"
    os.mkfifo(pipe)

    started = subprocess.Popen([*COMMAND, "read", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with started as process, pipe.open("wb"):  # it opens once the command reads
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read()

    assert (process.returncode, complaint) == (130, b"copytrail: stopped.\n")


def test_quiet_batch_says_nothing(tmp_path, capsys):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        '{"id": 1, "original": "It rained all day.", "derivative": "It rained all day."}\n', encoding="utf-8"
    )

    assert main(["batch", str(pairs), "-o", str(tmp_path / "results.jsonl"), "--quiet"]) == 0

    assert capsys.readouterr().err == ""
