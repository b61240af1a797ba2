"""E-mails (.eml) and saved web pages (.mhtml) to the blocks a reader sees.

Who wrote to whom is not kept, and attachments are named but not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.intake.flow import Room
from copytrail.intake.from_html import extract_html
from copytrail.intake.mail.bodies import BodyReader, list_parts
from copytrail.intake.mail.messages import find_charset_of, open_message, read_day, read_header, read_payload

_MOST_NAMED = 5
_MOST_DEPTH = 20
_NO_PAGE = "There is no page in this file: save the web page anew, or copy its text and paste it."
_NO_TEXT = "This e-mail has no text of its own, only attachments ({}): save the one you need and choose that file."


def extract_mail(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of an e-mail, with its subject as title; quoted history is part of it."""
    message = open_message(data)
    reader = BodyReader(options)
    room = Room()
    blocks = room.cut(reader.read(message))
    if reader.attached and not blocks:
        raise UnreadableInput(_NO_TEXT.format(_list_names(reader.attached)))
    return Extract(
        blocks=tuple(blocks),
        title=read_header(message, "subject"),
        published=read_day(message),
        notes=(*reader.notes, *_tell_attached(reader.attached), *room.tell()),
        encoding=reader.encoding,
    )


def extract_saved_page(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
    """The blocks of a web page that a browser saved as one file."""
    message = open_message(data)
    page = next(_find_pages(message, 0), None)
    if page is None:
        raise UnreadableInput(_NO_PAGE)
    encoding = options.encoding or find_charset_of(page)
    extract = extract_html(read_payload(page), replace(options, encoding=encoding))
    addresses = (read_header(message, "snapshot-content-location"), read_header(page, "content-location"))
    url = extract.url or next((each for each in addresses if each.startswith(("http://", "https://"))), "")
    return replace(extract, url=url, title=extract.title or read_header(message, "subject"))


def _find_pages(part: Message, depth: int) -> Iterator[Message]:
    """The pages in a file; the first is the one that was saved, others are frames in it."""
    if part.get_content_type() == "text/html":
        yield part
    elif depth < _MOST_DEPTH:
        for inner in list_parts(part):
            yield from _find_pages(inner, depth + 1)


def _tell_attached(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    if len(names) == 1:
        return (f"The e-mail has an attachment, which was not read: {names[0]}.",)
    return (f"The e-mail has {len(names)} attachments, which were not read: {_list_names(names)}.",)


def _list_names(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
