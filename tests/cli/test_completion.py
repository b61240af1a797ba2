"""What a shell completes; the shells are asked themselves, where they are found."""

from __future__ import annotations

import contextlib
import io
import shutil

import pytest

from copytrail.export import FORMATS
from tests.cli.shells import ask_bash, ask_fish, ask_zsh
from webapp import commands

SHELLS = {"bash": ask_bash, "zsh": ask_zsh, "fish": ask_fish}
LINES = (
    "copytrail ",
    "copytrail com",
    "copytrail case re",
    "copytrail user in",
    "copytrail read --fu",
    "copytrail compare release.txt --wit",
    "copytrail compare release.txt story.txt --format ",
    "copytrail case list --in t",
    "copytrail case restore --i",
    "copytrail export case --per",
    "copytrail compare rel",
    "copytrail compare release.txt -o rel",
)


@pytest.fixture(scope="module", params=SHELLS)
def answers(request, tmp_path_factory):
    """What a shell offers at the end of each line, in a folder with a file `release.txt`."""
    shell, folder = request.param, tmp_path_factory.mktemp("shell")
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here, so its completion is not tried")
    (folder / "script").write_bytes(print_script(shell))
    (folder / "release.txt").touch()
    (folder / "questions").write_text("".join(f"{line}\n" for line in LINES), encoding="utf-8")
    SHELLS[shell](folder)
    found = (folder / "answers").read_text(encoding="utf-8").splitlines()
    return dict(zip(LINES, (set(line.split()) for line in found), strict=True))


def print_script(shell):
    shown = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(shown):
        assert commands.main(["completion", shell]) == 0
    return shown.buffer.getvalue()


def test_verbs_are_completed(answers):
    assert answers["copytrail "] == {verb.name for verb in commands.VERBS}
    assert answers["copytrail com"] == {"compare", "completion"}


def test_verbs_of_a_verb_are_completed(answers):
    assert answers["copytrail case re"] == {"rename", "restore"}
    assert answers["copytrail user in"] == {"invite"}


def test_options_of_the_verb_are_completed(answers):
    assert answers["copytrail read --fu"] == {"--furniture"}
    assert answers["copytrail compare release.txt --wit"] == {"--without-notes", "--without-names"}


def test_values_of_an_option_are_completed(answers):
    assert answers["copytrail compare release.txt story.txt --format "] == set(FORMATS)
    assert answers["copytrail case list --in t"] == {"trash"}


def test_word_that_is_another_verb_misleads_nobody(answers):
    assert answers["copytrail case restore --i"] == set()
    assert answers["copytrail export case --per"] == {"--person"}


def test_files_are_completed_by_the_shell(request, answers):
    is_left_to_readline = request.node.callspec.params["answers"] == "bash"
    offered = set() if is_left_to_readline else {"release.txt"}

    assert answers["copytrail compare rel"] == offered
    assert answers["copytrail compare release.txt -o rel"] == offered
