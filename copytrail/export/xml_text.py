"""Text that XML can hold."""

from __future__ import annotations

import re

from copytrail.display.visible import show_unseen

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    r"""Words without the characters that XML cannot hold; hidden signs are spelled out.

    >>> clean("a\x00b\uffff")
    'a<U+0000>b<U+FFFF>'
    """
    return _FORBIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", show_unseen(words))
