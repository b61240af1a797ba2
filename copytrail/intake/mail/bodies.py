"""The text of a message: of two forms of the same text the one that readers see, of several parts all in order."""

from __future__ import annotations

from collections.abc import Iterable
from email.message import Message

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.characters.decode import Decoded, decode
from copytrail.intake.extracts import Block, FileOptions
from copytrail.intake.inner_pages import InnerPage, read_inner_page
from copytrail.intake.mail.messages import find_charset_of, name_part, read_header, read_payload
from copytrail.intake.mail.plain import find_blocks
from copytrail.model import ParagraphKind

_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_LOCKED = "This e-mail is encrypted: open it in your mail program, copy its text and paste it."
_UNSEEN = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})


class BodyReader:
    """Collects the text of a message and the names of what is attached to it."""

    def __init__(self, options: FileOptions) -> None:
        self.attached: list[str] = []
        self.notes: list[str] = []
        self.encoding = ""
        self._options = options

    def read(self, part: Message) -> list[Block]:
        """The blocks of a part and all in it."""
        kind = part.get_content_type()
        if kind in _ENCRYPTED:
            raise UnreadableInput(_LOCKED)
        if kind == "message/rfc822":
            return self._read_forwarded(part)
        if part.is_multipart():
            return self._read_parts(kind, list_parts(part))
        is_text = kind in {"text/plain", "text/html"} or kind.startswith("multipart/")
        if part.get_content_disposition() != "attachment" and is_text:
            return self._read_text(part, is_page=kind == "text/html")
        self._note_attachment(part)
        return []

    def _read_parts(self, kind: str, parts: list[Message]) -> list[Block]:
        if kind == "multipart/alternative":
            return next((blocks for part in reversed(parts) if (blocks := self.read(part))), [])
        first = self.read(parts[0]) if parts else []
        rest = [block for part in parts[1:] if not _is_beside(kind, part) for block in self.read(part)]
        return first + rest

    def _read_forwarded(self, part: Message) -> list[Block]:
        """A message in the message: its subject as a heading, and its text."""
        blocks: list[Block] = []
        for inner in list_parts(part):
            subject = read_header(inner, "subject")
            blocks += [Block(subject, ParagraphKind.HEADING)] if subject else []
            blocks += self.read(inner)
        return blocks

    def _read_text(self, part: Message, *, is_page: bool) -> list[Block]:
        data, declared = read_payload(part), find_charset_of(part)
        read = _read_page(data, self._options.encoding or declared) if is_page else None
        if read is None:
            decoded = self._decode(data, declared)
            is_flowed = str(part.get_param("format", "")).casefold() == "flowed"
            is_glued = str(part.get_param("delsp", "")).casefold() == "yes"
            read = InnerPage(tuple(find_blocks(decoded.text, is_flowed, is_glued)), decoded.notes, decoded.encoding)
        if read.blocks:
            self.notes += (note for note in read.notes if note not in self.notes)
            self.encoding = self.encoding or read.encoding
        return list(read.blocks)

    def _decode(self, data: bytes, declared: str) -> Decoded:
        """The characters of a part; what it declares may be wrong, what a person chose is said to be."""
        if self._options.encoding or not declared:
            return decode(data, self._options.encoding)
        try:
            return decode(data, declared)
        except UnreadableInput:
            return decode(data)

    def _note_attachment(self, part: Message) -> None:
        is_picture = part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"
        if part.get_content_type() not in _UNSEEN and not is_picture:
            self.attached.append(name_part(part))


def list_parts(part: Message) -> list[Message]:
    """The parts of a message that has some."""
    payload: object = part.get_payload() if part.is_multipart() else None
    found: Iterable[object] = payload if isinstance(payload, list) else ()
    return [each for each in found if isinstance(each, Message)]


def _is_beside(kind: str, part: Message) -> bool:
    """Whether a part only serves the first one, as the pictures of a page do."""
    return kind == "multipart/related" and part.get_content_disposition() != "attachment"


def _read_page(data: bytes, encoding: str) -> InnerPage:
    try:
        return read_inner_page(data, encoding)
    except EmptyText:
        return InnerPage()
