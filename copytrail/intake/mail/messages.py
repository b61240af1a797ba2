"""The parts of a message, found within limits, and the words of its headers."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from copytrail.errors import UnreadableInput
from copytrail.intake.flow import tidy

_MOST_MULTIPARTS = 100
_MOST_BOUNDARIES = 20_000
_LONGEST_HEADER = 20_000
_TOO_DEEP = "Parts of this e-mail stand too deep in one another: open it in a mail program, copy its text and paste it."
_NESTING = re.compile(rb"^content-type:\s*(?:multipart/|message/)", re.IGNORECASE | re.MULTILINE)
_ABOUT_PART = re.compile(
    rb"^content-(?:type|disposition):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE
)
_TOO_LONG = "A header of this e-mail is far too long: open it in a mail program, copy its text and paste it."
_LONGEST_NAME = 60


def open_message(data: bytes) -> Message:
    """The message with its parts; raises UnreadableInput for one made to take long."""
    if len(_NESTING.findall(data)) > _MOST_MULTIPARTS or data.count(b"\n--") > _MOST_BOUNDARIES:
        raise UnreadableInput(_TOO_DEEP)
    if any(header.end() - header.start() > _LONGEST_HEADER for header in _ABOUT_PART.finditer(data)):
        raise UnreadableInput(_TOO_LONG)
    return message_from_bytes(data)


def read_header(message: Message, name: str) -> str:
    """The words of a header, whatever they are encoded in."""
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name), "")
    if len(raw) > _LONGEST_HEADER:
        return ""
    return _decode_words(raw)


def read_day(message: Message) -> str:
    """The day on which it was sent, as `YYYY-MM-DD`, or "" where that cannot be told."""
    try:
        return parsedate_to_datetime(read_header(message, "date")).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


def find_charset_of(part: Message) -> str:
    """The encoding that a part declares, where Python knows it and plain ASCII is not meant."""
    try:
        declared = codecs.lookup(part.get_content_charset("") or "ascii").name
    except (LookupError, ValueError, TypeError):
        return ""
    return "" if declared == "ascii" else declared


def read_payload(part: Message) -> bytes:
    """The bytes of a part, decoded from what mail programs wrap them in."""
    try:
        payload = part.get_payload(decode=True)
    except ValueError:  # a name of an encoding that cannot be one
        part.del_param("charset")
        payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def name_part(part: Message) -> str:
    """What to call an attachment: the last part of its name, shortened, or its type."""
    raw = _decode_words(str(part.get_filename("") or "")[:_LONGEST_HEADER])
    name = "".join(char for char in re.split(r"[/\\]", raw)[-1] if char.isprintable()).strip()
    return name[:_LONGEST_NAME] or part.get_content_type()


def _decode_words(raw: str) -> str:
    """The words of a header or name, on one line."""
    plain = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        pieces = decode_header(plain)
    except HeaderParseError:
        return " ".join(tidy(plain).split())
    words = (piece if isinstance(piece, str) else _decode_piece(piece, charset) for piece, charset in pieces)
    return " ".join(tidy("".join(words)).split())


def _decode_piece(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8", errors="replace")
    except (LookupError, ValueError):
        return piece.decode("latin-1")
