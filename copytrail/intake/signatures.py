"""How files begin that are no text, and what to do with each."""

from __future__ import annotations

import re

_PICTURE = "a picture: copy or type its text and paste it"
_FILM = "a picture, sound or film: paste its text"
_PACKED = "a compressed file: unpack it first"
_PROGRAM = "a program, not a text: choose another file"
_POSTSCRIPT = "a PostScript file: save it as .pdf"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BEGINNINGS = {
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
    b"AT&TFORM": _PICTURE,
    b"RIFF": _FILM,
    b"ID3": _FILM,
    b"OggS": _FILM,
    b"fLaC": _FILM,
    b"\x1aE\xdf\xa3": _FILM,
    b"\x1f\x8b": _PACKED,
    b"BZh": _PACKED,
    b"\xfd7zXZ": _PACKED,
    b"\x28\xb5\x2f\xfd": _PACKED,
    b"7z\xbc\xaf": _PACKED,
    b"Rar!": _PACKED,
    b"PK\x05\x06": "an empty zip file: choose another file",
    b"\x7fELF": _PROGRAM,
    b"\xcf\xfa\xed\xfe": _PROGRAM,
    b"\xca\xfe\xba\xbe": _PROGRAM,
    b"%!PS": _POSTSCRIPT,
    b"\xffWPC": "a WordPerfect file: open it and save it as .docx",
    b"bplist00": "a web archive of Safari: copy its text and paste it",
    b"SQLite format 3": "a database, not a text: choose another file",
}
_LATER = (
    (re.compile(rb"MZ.{58}[\s\S]*\x00", re.DOTALL), _PROGRAM),
    (re.compile(rb".{4}ftyp", re.DOTALL), _FILM),
    (re.compile(rb".{60}BOOKMOBI", re.DOTALL), "a Kindle book: copy its text and paste it"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_IN_OLE = (
    ("EncryptedPackage", "protected by a password: save it without one and try again"),
    ("__substg1.0_", "an Outlook message: save it as .eml, or copy its text and paste it"),
    ("Workbook", "an old Excel workbook: copy its text and paste it"),
    ("PowerPoint Document", "an old PowerPoint presentation: copy its text and paste it"),
    ("WordDocument", "an old Word file: open it and save it as .docx"),
)


def advise(data: bytes, start: bytes) -> str:
    r"""What to call a file that is no text by how it begins, with what to do, or "".

    >>> advise(b"GIF89a\x00", b"GIF89a\x00"), advise(b"GIF89a is a format.", b"GIF89a is a format.")
    ('a picture: copy or type its text and paste it', '')
    """
    if start.startswith(_OLE):
        known = (advice for name, advice in _IN_OLE if name.encode("utf-16-le") in data)
        return next(known, "an old Word, Excel or PowerPoint file: open it and save it as .docx")
    is_text = start.isascii() and not _CONTROLS.search(start)
    begun = next((advice for signature, advice in _BEGINNINGS.items() if start.startswith(signature)), "")
    return (
        ""
        if is_text and begun != _POSTSCRIPT
        else begun or next((advice for pattern, advice in _LATER if pattern.match(start)), "")
    )
