"""What a shell completes; bash is asked itself."""

import shlex
import subprocess

import pytest

from copytrail.export import FORMATS
from webapp import commands


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    """The script for bash."""
    import contextlib
    import io

    shown = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(shown):
        commands.main(["completion", "bash"])
    path = tmp_path_factory.mktemp("completion") / "copytrail"
    path.write_bytes(shown.buffer.getvalue())
    return path


@pytest.fixture
def complete(script):
    """What bash offers where the last of these words is being typed."""

    def ask(*words):
        line = " ".join(shlex.quote(word) for word in ("copytrail", *words))
        typed = f"COMP_WORDS=({line}); COMP_CWORD={len(words)}; _copytrail"
        lines = f'source {script}; {typed}; printf "%s\\n" "${{COMPREPLY[@]}}"'
        return subprocess.run(["bash", "-c", lines], capture_output=True, text=True, check=True).stdout.split()

    return ask


def test_bash_completes_verbs(complete):
    assert complete("com") == ["compare", "completion"]
    assert {verb.name for verb in commands.VERBS} == set(complete(""))


def test_bash_completes_options_of_the_verb(complete):
    assert complete("compare", "release.txt", "--wit") == ["--without-notes", "--without-names"]
    assert complete("read", "--fu") == ["--furniture"]


def test_bash_completes_values_of_an_option(complete):
    assert complete("compare", "a.txt", "b.txt", "--format", "") == list(FORMATS)
    assert complete("compare", "a.txt", "--format", "doc") == ["docx"]


def test_bash_completes_verbs_of_a_verb(complete):
    assert complete("case", "re") == ["rename", "restore"]
    assert complete("case", "list", "--in", "t") == ["trash"]
    assert complete("user", "in") == ["invite"]


def test_bash_leaves_files_to_itself(complete):
    assert complete("compare", "rel") == []
    assert complete("compare", "release.txt", "-o", "") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_verb(capsysbinary, shell):
    assert commands.main(["completion", shell]) == 0

    shown = capsysbinary.readouterr().out.decode()
    assert all(verb.name in shown for verb in commands.VERBS)
    assert "trash" in shown
