"""Long work with stored cases shows a bar on a terminal, and nothing of it in a pipe."""

from __future__ import annotations

import pytest


@pytest.fixture
def watch(monkeypatch):
    """Makes standard error, as it is captured while a test runs, a terminal."""

    def start(kind="xterm"):
        monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", kind)

    return start


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("case", "create", "release.txt", "story.txt", "wrong.txt"), "2 of 2 compared"),
        (("compare", "release.txt", "story.txt", "wrong.txt", "-o", "out.json"), "2 of 2 compared"),
        (("export", "CASE", "-o", "case.zip", "--formats", "csv,html"), "2 of 2 articles"),
        (("backup", "all.zip"), "rows written"),
        (("restore", "other.zip"), "rows read"),
    ],
    ids=["create", "compare", "export", "backup", "restore"],
)
def test_long_work_shows_a_bar(run, case, watch, words, said):
    watch()
    run("backup", "other.zip", "--quiet")

    code, _, shown = run(*(case if word == "CASE" else word for word in words))

    assert code == 0
    assert f"[{'#' * 24}] " in shown
    assert said in shown


def test_bar_of_a_backup_ends_full(run, case, watch):
    watch()
    bar = run("backup", "all.zip")[2].rsplit("\r", 3)[-3]

    done, total = bar.partition("] ")[2].partition(" rows")[0].split(" of ")
    assert done == total


@pytest.mark.parametrize("words", [("backup", "all.zip"), ("restore", "other.zip", "--dry-run")])
def test_quiet_terminal_shows_no_bar(run, case, watch, words):
    watch()
    run("backup", "other.zip", "--quiet")

    assert run(*words, "--quiet")[2] == ""


@pytest.mark.parametrize("words", [("backup", "all.zip"), ("case", "create", "release.txt", "story.txt", "wrong.txt")])
def test_pipe_gets_no_bar(run, case, words):
    assert run(*words)[2] == ""
