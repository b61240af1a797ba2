"""A reader of RTF: one pass over groups, control words and characters, without recursion."""

from __future__ import annotations

import re
from dataclasses import replace

from copytrail.errors import UnreadableInput
from copytrail.intake.office.rtf.commands import obey
from copytrail.intake.office.rtf.groups import SEEN_OPTIONAL, UNSEEN, ParagraphState
from copytrail.intake.office.rtf.state import RtfState
from copytrail.intake.office.rtf.streams import PLACES

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|'(?P<hex>[0-9A-Fa-f]{2})|(?P<sign>[^A-Za-z]))"
    rb"|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_MOST_DEPTH = 5_000
_TOO_DEEP = "Groups of this RTF text stand too deep in one another: copy its text and paste it."
_SIGNS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_LISTS = frozenset({"listtext", "pntext", "pn"})
_TABLES = frozenset({"fonttbl", "stylesheet"})


class RtfReader:
    """Reads one text into a state."""

    def __init__(self, state: RtfState) -> None:
        self._state = state
        self._is_optional = False
        """Whether older programs may leave out the group that has just begun."""

    def read(self, data: bytes) -> None:
        """Take in a file up to the end of its outermost group."""
        place = 0
        while token := _TOKEN.match(data, place):
            place = token.end()
            kind = token.lastgroup
            if kind == "plain":
                self._state.add(token[0])
            elif kind == "hex":
                self._state.add(bytes.fromhex(token["hex"].decode("ascii")))
            elif kind:
                self._state.flush()
                self._state.left_to_skip = 0
                place += self._turn(token[0]) if kind == "brace" else self._obey(token)
                if (kind == "brace" and self._state.is_complete) or self._state.room.is_used_up:
                    break
        self._state.flush()

    def _turn(self, brace: bytes) -> int:
        """A group begins or ends."""
        state, self._is_optional = self._state, False
        if brace == b"{":
            if len(state.groups) > _MOST_DEPTH:
                raise UnreadableInput(_TOO_DEEP)
            state.groups.append(state.group.open_inner())
            if state.group.place == "stylesheet":
                state.styles.start_style(0)
        elif not state.is_complete:
            group = state.groups.pop()
            if group.stream:
                state.streams.close(group.stream, group.paragraph.look(state.styles))
        return 0

    def _obey(self, token: re.Match[bytes]) -> int:
        """Do what a control word or sign says; answers how many bytes that are no text follow it."""
        if token["sign"]:
            self._obey_sign(token["sign"])
            return 0
        word = token["word"].decode("ascii")
        number = int(token["number"]) if token["number"] else None
        if word == "bin":
            return max(number or 0, 0)
        self._sort_group(word)
        if not self._state.group.is_skipped:
            obey(self._state, word, number)
        return 0

    def _obey_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_optional = True
        elif self._state.group.is_skipped:
            return
        elif sign in _SIGNS:
            self._state.write(_SIGNS[sign])
        elif sign in b"\r\n":
            self._state.end_paragraph()

    def _sort_group(self, word: str) -> None:
        """Tell from a word what the innermost group is, if it says so."""
        is_optional, self._is_optional = self._is_optional, False
        state, group = self._state, self._state.group
        if word in _TABLES or (word == "title" and group.place == "info"):
            group.place, group.is_skipped = word, group.is_skipped and word != "title"
        elif word == "ud":
            group.is_skipped = state.around.was_skipped
        elif word in _LISTS:
            state.around.paragraph = replace(state.around.paragraph, is_list=True)
            group.is_skipped = True
        elif word in UNSEEN or (word.startswith("m") and word.endswith("Pr")):
            self._skip(word)
        elif word in PLACES and not group.is_skipped:
            group.stream, group.paragraph = PLACES[word], ParagraphState()
            state.streams.open()
        elif is_optional and word not in SEEN_OPTIONAL:
            group.is_skipped = True

    def _skip(self, word: str) -> None:
        """Pass over a group whose words no reader sees."""
        group = self._state.group
        self._state.comments += word == "annotation" and not group.is_skipped
        group.place = "info" if word == "info" else group.place
        group.was_skipped, group.is_skipped = group.is_skipped, True
