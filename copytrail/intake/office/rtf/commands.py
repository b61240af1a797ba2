"""What the control words of RTF do to the text and to the tables before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from copytrail.intake.office.rtf.groups import CharacterState, ParagraphState
from copytrail.intake.office.rtf.state import RtfState

Command: TypeAlias = Callable[[RtfState, int | None], None]


def obey(state: RtfState, word: str, number: int | None) -> None:
    """Do what a control word says, if it says something that matters here."""
    if word in _CHARACTERS:
        state.write(_CHARACTERS[word])
    elif word in _TOGGLES:
        _toggle(state, _TOGGLES[word], number != 0)
    elif command := (_IN_TABLES.get((state.group.place, word)) or _COMMANDS.get(word)):
        command(state, number)


def _toggle(state: RtfState, name: str, is_on: bool) -> None:
    group = state.group
    values = {"is_hidden": group.characters.is_hidden, "is_deleted": group.characters.is_deleted}
    values |= {"is_inserted": group.characters.is_inserted, name: is_on}
    state.has_changes |= is_on and name != "is_hidden"
    group.characters = CharacterState(group.characters.font, **values)


def _end_paragraph(state: RtfState, _number: int | None) -> None:
    state.end_paragraph()


def _end_cell(state: RtfState, _number: int | None) -> None:
    state.end_paragraph(is_last=True)


def _add_number(state: RtfState, number: int | None) -> None:
    state.add_number(number or 0)


def _set_fallback(state: RtfState, number: int | None) -> None:
    state.group.fallback = max(number or 0, 0)


def _set_page(state: RtfState, number: int | None) -> None:
    state.fonts.set_page(number or 0)


def _set_default_font(state: RtfState, number: int | None) -> None:
    state.fonts.default_font = number or 0
    state.group.characters = replace(state.group.characters, font=number or 0)


def _set_font(state: RtfState, number: int | None) -> None:
    state.group.characters = replace(state.group.characters, font=number or 0)


def _make_plain(state: RtfState, _number: int | None) -> None:
    state.group.characters = CharacterState(state.fonts.default_font)


def _reset_paragraph(state: RtfState, _number: int | None) -> None:
    state.group.paragraph = ParagraphState()


def _set_style(state: RtfState, number: int | None) -> None:
    state.group.paragraph = replace(state.group.paragraph, style=number or 0)


def _set_level(state: RtfState, number: int | None) -> None:
    state.group.paragraph = replace(state.group.paragraph, level=number or 0)


def _set_list(state: RtfState, number: int | None) -> None:
    state.group.paragraph = replace(state.group.paragraph, is_list=bool(number))


def _set_cell(state: RtfState, _number: int | None) -> None:
    state.group.paragraph = replace(state.group.paragraph, is_cell=True)


def _start_font(state: RtfState, number: int | None) -> None:
    state.fonts.start_font(number or 0)


def _set_character_set(state: RtfState, number: int | None) -> None:
    state.fonts.set_character_set(number or 0)


def _set_font_page(state: RtfState, number: int | None) -> None:
    state.fonts.set_font_page(number or 0)


def _start_style(state: RtfState, number: int | None) -> None:
    state.styles.start_style(number or 0)


def _set_style_level(state: RtfState, number: int | None) -> None:
    state.styles.set_level(number or 0)


_CHARACTERS = {
    "tab": " ", "line": "\n", "lbr": "\n", "page": " ", "column": " ", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_TOGGLES = {
    "v": "is_hidden",
    "deleted": "is_deleted",
    "mvf": "is_deleted",
    "revised": "is_inserted",
    "mvt": "is_inserted",
}
_IN_TABLES: dict[tuple[str, str], Command] = {
    ("fonttbl", "f"): _start_font,
    ("fonttbl", "fcharset"): _set_character_set,
    ("fonttbl", "cpg"): _set_font_page,
    ("stylesheet", "s"): _start_style,
    ("stylesheet", "outlinelevel"): _set_style_level,
}
_COMMANDS: dict[str, Command] = {
    "par": _end_paragraph,
    **dict.fromkeys(("sect", "cell", "nestcell"), _end_cell),
    "u": _add_number,
    "uc": _set_fallback,
    "ansicpg": _set_page,
    "deff": _set_default_font,
    "f": _set_font,
    "plain": _make_plain,
    "pard": _reset_paragraph,
    "s": _set_style,
    "outlinelevel": _set_level,
    "ls": _set_list,
    "intbl": _set_cell,
}
