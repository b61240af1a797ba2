"""Fields of a Word document: a code, and the result that stands for it on the page."""

from __future__ import annotations


class OpenFields:
    """Knows for each open field whether its code or its result is being told."""

    def __init__(self) -> None:
        self._are_codes: list[bool] = []
        self._codes = 0

    @property
    def is_code(self) -> bool:
        """Whether what comes belongs to the code of a field, however deep."""
        return self._codes > 0

    def note(self, kind: str) -> None:
        """A field begins, passes from its code to its result, or ends."""
        if kind == "begin":
            self._are_codes.append(True)
            self._codes += 1
        elif self._are_codes and kind in {"separate", "end"}:
            self._codes -= self._are_codes.pop()
            if kind == "separate":
                self._are_codes.append(False)

    def end_paragraph(self) -> None:
        """A code ends with its paragraph, though its field may go on; so one that never ends hides little."""
        if self._codes:
            self._are_codes = [False] * len(self._are_codes)
            self._codes = 0
