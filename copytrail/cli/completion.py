"""`copytrail completion`: what lets a shell complete the command, made from the command itself.

Everything that can be completed stands in the script, so that pressing the key starts no Python. Files are left to
the shell.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from shlex import quote

from copytrail.cli.streams import write
from copytrail.cli.tree import Branch, walk

_BASH = r"""_copytrail() {
    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" path="" word words
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$path/$word" in
            %s) path="$path/$word" ;;
        esac
    done
    case "$path $before" in
%s
    esac
    case "$path ${current:0:1}" in
%s
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _copytrail copytrail
"""
_ZSH = r"""#compdef copytrail
_copytrail() {
    local at="" word before="${words[CURRENT-1]}"
    local -a offered
    for word in "${(@)words[2,CURRENT-1]}"; do
        case "$at/$word" in
            (%s) at="$at/$word" ;;
        esac
    done
    case "$at $before" in
%s
    esac
    case "$at ${PREFIX[1]}" in
%s
    esac
    (( $#offered )) && _describe copytrail offered || _files
}
if [[ $funcstack[1] = _copytrail ]]; then
    _copytrail
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _copytrail copytrail
fi
"""
_FISH = """function __copytrail_at
    set -l at
    for word in (commandline -opc)[2..-1]
        if contains -- "$at/$word" %s
            set at "$at/$word"
        end
    end
    test "$at" = "$argv[1]"
end
"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `completion`."""
    parser.description = "Print a script that lets a shell complete verbs, options and their values."
    parser.epilog = """examples:
  copytrail completion bash > ~/.local/share/bash-completion/completions/copytrail
  copytrail completion zsh > ~/.copytrail.zsh
  copytrail completion fish > ~/.config/fish/completions/copytrail.fish"""
    parser.add_argument("shell", choices=tuple(_WRITERS), help="which shell it is for")
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    from copytrail.cli.command import build_parser  # noqa: PLC0415 - it knows the verbs, and this is one of them

    write(_WRITERS[options.shell](tuple(walk(build_parser(options.verbs)))).encode())
    return 0


def write_bash(branches: Sequence[Branch]) -> str:
    """The script for bash."""
    values = [line for each in branches for line in _list_values(each)]
    words = [line for each in branches for line in _list_words(each)]
    return _BASH % ("|".join(_list_paths(branches)), "\n".join(values), "\n".join(words))


def write_zsh(branches: Sequence[Branch]) -> str:
    """The script for zsh, to be sourced, or to lie where zsh looks for functions."""
    values = [line for each in branches for line in _list_zsh_values(each)]
    words = [line for each in branches for line in _list_zsh_words(each)]
    return _ZSH % ("|".join(_list_paths(branches)), "\n".join(values), "\n".join(words))


def write_fish(branches: Sequence[Branch]) -> str:
    """The script for fish."""
    lines = "".join(f"complete -c copytrail {line}\n" for each in branches for line in _list_fish(each))
    return _FISH % " ".join(_list_paths(branches)) + lines


def _list_paths(branches: Sequence[Branch]) -> list[str]:
    return [_path(each) for each in branches if each.words]


def _path(branch: Branch) -> str:
    return "".join(f"/{word}" for word in branch.words)


def _list_values(branch: Branch) -> Iterator[str]:
    """What may follow an option: one of its words, or any file."""
    for option in branch.options:
        if option.takes_value:
            places = "|".join(f'"{_path(branch)} {name}"' for name in option.names)
            words = " ".join(option.choices)
            fill = f'COMPREPLY=($(compgen -W "{words}" -- "$current"))' if words else "COMPREPLY=()"
            yield f"        {places}) {fill}; return ;;"


def _list_words(branch: Branch) -> Iterator[str]:
    """What may stand at a place: options behind a dash, else verbs or one of a few words."""
    path = _path(branch)
    yield f'        "{path} -") words="{" ".join(name for each in branch.options for name in each.names)}" ;;'
    yield f'        "{path} "*) words="{" ".join([*(name for name, _ in branch.verbs), *branch.choices])}" ;;'


def _list_zsh_values(branch: Branch) -> Iterator[str]:
    for option in branch.options:
        if option.takes_value:
            places = "|".join(f'"{_path(branch)} {name}"' for name in option.names)
            fill = f"compadd -- {' '.join(option.choices)}" if option.choices else "_files"
            yield f"        ({places}) {fill}; return ;;"


def _list_zsh_words(branch: Branch) -> Iterator[str]:
    """The same as for bash, each with what it means."""
    options = [(name, each.help) for each in branch.options for name in each.names]
    words = [*branch.verbs, *((choice, "") for choice in branch.choices)]
    for start, offered in (("-", options), ("", words)):
        pairs = " ".join(quote(f"{name}:{about}".rstrip(":")) for name, about in offered)
        yield f'        ("{_path(branch)} {start}"{"" if start else "*"}) offered=({pairs}) ;;'


def _list_fish(branch: Branch) -> Iterator[str]:
    here = f"""-n '__copytrail_at "{_path(branch)}"'"""
    for name, about in branch.verbs:
        yield f"{here} -f -a {name} -d {_quote(about)}"
    for choice in branch.choices:
        yield f"{here} -f -a {choice}"
    for option in branch.options:
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
        values = f" -x -a {_quote(' '.join(option.choices))}" if option.choices else " -r" * option.takes_value
        yield f"{here} {names}{values} -d {_quote(option.help)}"


def _quote(words: str) -> str:
    r"""Words as fish reads them.

    >>> print(_quote("the reader's words"))
    'the reader\'s words'
    """
    inside = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{inside}'"


_WRITERS = {"bash": write_bash, "zsh": write_zsh, "fish": write_fish}
