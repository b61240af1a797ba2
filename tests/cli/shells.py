"""Real shells, asked what they offer where the tab key is pressed at the end of a line."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
from pathlib import Path

# zsh completes only in its line editor, on a terminal: there, each line is put in and completed once.
_ZSH = """
source ./script
unsetopt automenu
compadd() {
    local -a found_here
    builtin compadd "$@"
    local code=$?
    if [[ ! " $* " =~ " -[OAD] " ]]; then
        builtin compadd -A found_here "$@"
        gathered+=("${found_here[@]}")
    fi
    return code
}
zle-line-init() {
    local asked
    while IFS= read -r asked; do
        gathered=()
        BUFFER=$asked
        CURSOR=$#BUFFER
        zle complete-word
        print -r -- "$gathered" >> answers
    done < questions
    exit
}
zle -N zle-line-init
"""
_BASH = """
source ./script
while IFS= read -r asked; do
    COMP_WORDS=($asked)
    [[ $asked == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _copytrail
    echo "${COMPREPLY[*]}" >> answers
done < questions
"""
_FISH = """
source ./script
while read asked
    echo (complete -C "$asked" | string replace -r '\\t.*' '') >> answers
end < questions
"""


def ask_bash(folder: Path) -> None:
    """Answers the questions in the folder."""
    subprocess.run(["bash", "-c", _BASH], cwd=folder, check=True)


def ask_fish(folder: Path) -> None:
    """Answers the questions in the folder."""
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
    subprocess.run(["fish", "--no-config", "-c", _FISH], cwd=folder, env=environment, check=True)


def ask_zsh(folder: Path) -> None:
    """Answers the questions in the folder, on a terminal that nobody reads."""
    (folder / ".zshrc").write_text(_ZSH, encoding="utf-8")
    environment = {**os.environ, "ZDOTDIR": str(folder), "TERM": "xterm"}
    ours, theirs = pty.openpty()
    ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(["zsh", "-d", "-i"], cwd=folder, env=environment, start_new_session=True, **ends) as shell:
        os.close(theirs)
        read_terminal(ours)
    assert shell.returncode == 0


def read_terminal(handle: int) -> str:
    """All that is written to a terminal until nobody has it open any more."""
    parts = []
    try:
        while part := os.read(handle, 4096):
            parts.append(part)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
    finally:
        os.close(handle)
    return b"".join(parts).decode()
