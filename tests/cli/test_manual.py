"""`copytrail manual`: a page that man shows; man is asked itself where it is found."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest

from copytrail.cli import main
from copytrail.cli.tree import walk
from webapp import commands

SECTIONS = ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT")


@pytest.fixture
def page(capsysbinary):
    """The page as the command prints it."""
    assert commands.main(["manual"]) == 0
    return capsysbinary.readouterr().out


@pytest.fixture
def shown(page):
    """The page as a reader has it on screen, in lines that never break."""
    if not shutil.which("man") or not shutil.which("groff"):
        pytest.skip("there is no man here, so nobody but our own test reads the manual page")
    environment = {**os.environ, "MANWIDTH": "1000", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8"}
    command = ["man", "--warnings=w", "--no-hyphenation", "--no-justification", "-l", "-"]
    done = subprocess.run(command, input=page, capture_output=True, check=True, env=environment)
    assert done.stderr == b""
    return done.stdout.decode()


def test_page_has_its_sections_in_order(page):
    assert tuple(re.findall(r"^\.SH (.+)$", page.decode(), re.MULTILINE)) == SECTIONS


def test_page_describes_every_verb(page):
    described = re.findall(r"^\.SS (.+)$", page.decode(), re.MULTILINE)

    verbs = [" ".join(("copytrail", *branch.words)) for branch in walk(commands.make_parser())]
    assert [name.replace("\\-", "-") for name in described] == verbs[1:]


def test_same_command_gives_same_page(page, capsysbinary):
    commands.main(["manual"])

    assert capsysbinary.readouterr().out == page


def test_man_shows_options_as_they_are_typed(shown):
    assert "copytrail batch [options] --output RESULTS PAIRS" in shown
    assert re.search(r"^ +--in active\|archive\|trash\n +where they lie \(active\)$", shown, re.MULTILINE)
    assert "--short-quotes [WORDS]" in shown


def test_man_keeps_signs_of_examples(shown):
    assert '  copytrail case create release.txt story.txt --title "The bridge"\n' in shown
    assert "  copytrail completion bash > ~/.local/share/bash-completion/completions/copytrail\n" in shown
    assert "phrases in quotation marks: '\"new bridge\"'" in shown


def test_engine_alone_has_its_own_page(capsysbinary):
    assert main(["manual"]) == 0

    page = capsysbinary.readouterr().out.decode()
    assert ".SS copytrail compare" in page
    assert ".SS copytrail serve" not in page
