"""E-mails and saved pages to blocks."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import FileOptions
from copytrail.intake.from_mail import extract_mail, extract_saved_page
from copytrail.model import ParagraphKind
from tests.intake.office import read_or_refuse

PAGE = "<html><head><title>Bridge opens</title></head><body><h1>Bridge opens</h1>{}</body></html>".format(
    "<p>The bridge over the lake opened on Monday after long delays, the ministry said in the morning.</p>" * 6
)


def write_mail(text: str = "It rained.\n", subject: str = "Bridge opens") -> EmailMessage:
    """An e-mail with headers."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Nora Secret <nora@example.org>"
    message["Date"] = "Mon, 06 May 2024 23:30:00 -0800"
    message.set_content(text)
    return message


def kept(message: EmailMessage) -> list[str]:
    """The texts of the kept blocks."""
    return [block.text for block in extract_mail(message.as_bytes()).blocks if not block.furniture]


def test_subject_and_day_are_kept_and_people_are_not():
    extract = extract_mail(write_mail(subject="Brücke öffnet – endlich").as_bytes())

    assert (extract.title, extract.published) == ("Brücke öffnet – endlich", "2024-05-06")
    assert "Secret" not in repr(extract)
    assert "nora" not in repr(extract)


def test_the_page_is_read_where_there_are_two_forms():
    message = write_mail("Your program shows no pages.")
    message.add_alternative("<h1>Bridge opens</h1><p>It <b>rained</b>.</p><p hidden>Planted.</p>", subtype="html")

    blocks = extract_mail(message.as_bytes()).blocks

    assert [(block.text, block.kind, block.furniture) for block in blocks] == [
        ("Bridge opens", ParagraphKind.HEADING, ""),
        ("It rained.", ParagraphKind.BODY, ""),
        ("Planted.", ParagraphKind.BODY, "not visible on the page"),
    ]


def test_an_empty_page_leaves_the_plain_text():
    message = write_mail("It rained.")
    message.add_alternative("<html><body></body></html>", subtype="html")

    assert kept(message) == ["It rained."]


def test_quoted_history_stays_and_a_signature_goes():
    text = "It opens.\n\nOn Monday Ed wrote:\n> When does it?\n> Soon?\n\n-- \nNora Fox\nMinistry\n"

    blocks = extract_mail(write_mail(text).as_bytes()).blocks

    assert [(block.text, block.furniture) for block in blocks] == [
        ("It opens.\n\nOn Monday Ed wrote:", ""),
        ("When does it?\nSoon?", ""),
        ("Nora Fox\nMinistry", "signature"),
    ]


def test_lines_wrapped_on_the_way_are_whole_again():
    raw = (
        b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
        b"The bridge over \r\nthe lake \r\nopens.\r\n>When \r\n>is that?\r\n From Monday.\r\n"
    )

    assert [block.text for block in extract_mail(raw).blocks] == [
        "The bridge over the lake opens.",
        "When is that?",
        "From Monday.",
    ]


def test_characters_that_cannot_be_kept_go():
    raw = b"Subject: Br\x00idge\n\nIt \x00rained.\n"

    extract = extract_mail(raw)

    assert (extract.title, extract.blocks[0].text) == ("Bridge", "It rained.")


def test_attachments_are_named_and_not_read():
    message = write_mail()
    message.add_attachment(b"secret", maintype="application", subtype="pdf", filename="../../etc/minutes.pdf")
    one = extract_mail(message.as_bytes())
    message.add_attachment("more words", filename="b.txt")
    two = extract_mail(message.as_bytes())

    assert one.notes == ("The e-mail has an attachment, which was not read: minutes.pdf.",)
    assert two.notes == ("The e-mail has 2 attachments, which were not read: minutes.pdf, b.txt.",)
    assert "more words" not in repr(two)


def test_a_name_is_decoded_however_it_is_written():
    raw = (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nIt rained.\n--b\n"
        b"Content-Type: application/pdf\n"
        b'Content-Disposition: attachment; filename="=?utf-8?q?Br=C3=BCcke.pdf?="\n\nx\n--b--\n'
    )

    assert extract_mail(raw).notes == ("The e-mail has an attachment, which was not read: Brücke.pdf.",)


def test_parts_that_are_none_are_read_as_text():
    assert extract_mail(b"Subject: x\nContent-Type: multipart/mixed\n\nIt rained.\n").blocks[0].text == "It rained."


def test_an_e_mail_of_attachments_says_what_to_do():
    message = EmailMessage()
    message["Subject"] = "x"
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="minutes.pdf")

    with pytest.raises(UnreadableInput, match=r"only attachments \(minutes.pdf\): save the one"):
        extract_mail(message.as_bytes())


def test_a_forwarded_e_mail_is_read_with_its_subject():
    message = write_mail("See below.")
    message.add_attachment(write_mail("The end.", subject="The release"))

    assert kept(message) == ["See below.", "The release", "The end."]


def test_an_encrypted_e_mail_says_what_to_do():
    raw = b"Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n"

    with pytest.raises(UnreadableInput, match="encrypted"):
        extract_mail(raw)


@pytest.mark.parametrize(
    ("declared", "chosen"), [("windows-1252", ""), ("", ""), ("x-unknown", ""), ("utf-8", ""), ("utf-8", "cp1252")]
)
def test_wrong_charsets_do_not_spoil_the_text(declared, chosen):
    head = f"Subject: x\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    body = "Das Café in der Straße öffnet am Montag für alle Gäste – endlich.".encode("cp1252")

    extract = extract_mail(head.encode() + body, FileOptions(encoding=chosen))

    assert extract.blocks[0].text.startswith("Das Café in der Straße öffnet")
    assert extract.encoding == "cp1252"


def test_a_charset_that_cannot_be_one_is_passed_over():
    raw = b"Subject: x\nContent-Type: text/plain; charset=utf\x008\nContent-Transfer-Encoding: 8bit\n\nCaf\xc3\xa9.\n"

    assert extract_mail(raw).blocks[0].text == "Café."
    with pytest.raises(UnreadableInput, match="no page in this file"):
        extract_saved_page(raw)


def save_page(page: bytes, head: str = "") -> bytes:
    """A page as browsers save it."""
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nSubject: Bridge\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html" + head.encode() + b"\r\n\r\n" + page + b"\r\n--b\r\n"
        b"Content-Type: text/html\r\nContent-Location: https://adverts.example\r\n\r\n<p>Buy this now.</p>\r\n--b--\r\n"
    )


def test_a_saved_page_is_read_as_its_page():
    extract = extract_saved_page(save_page(PAGE.encode()))

    assert extract.title == "Bridge opens"
    assert extract.url == "https://example.org/bridge"
    assert not any("Buy this" in block.text for block in extract.blocks)


def test_a_saved_page_is_decoded_twice():
    page = PAGE.replace("lake", "Züri=C3=BC").encode("ascii", "replace").replace(b"Z?", b"Z=C3=BC")
    head = "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"

    extract = extract_saved_page(save_page(page, head))

    assert any("Züriü" in block.text for block in extract.blocks)


def test_a_file_without_a_page_says_so():
    with pytest.raises(UnreadableInput, match="no page in this file"):
        extract_saved_page(write_mail().as_bytes())


def nest(depth: int) -> bytes:
    """Parts in parts."""
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"Subject: x\n{heads}\nDeep words.\n".encode()


def test_parts_in_parts_are_read_or_refused():
    assert extract_mail(nest(50)).blocks[0].text == "Deep words."
    with pytest.raises(UnreadableInput, match="too deep"):
        extract_mail(nest(5_000))


def test_a_header_without_end_is_refused():
    with pytest.raises(UnreadableInput, match="far too long"):
        extract_mail(b"Subject: x\nContent-Type: text/plain" + b";a*0=b" * 100_000 + b"\n\nwords")


def test_e_mails_in_e_mails_without_end_are_refused():
    with pytest.raises(UnreadableInput, match="too deep"):
        extract_mail(b"Subject: x\n" + b"Content-Type: message/rfc822\n\n" * 3_000 + b"words")


PIECES = [
    b"\n", b"\n\n", b"--b\n", b"--b--\n", b"Content-Type: multipart/alternative; boundary=b\n", b"\xff\x00", b"word ",
    b"Content-Type: text/html", b"; charset=utf-16\n", b"Content-Transfer-Encoding: base64\n", b"Date: x\n", b"> ",
    b"Subject: =?utf-8?b?###?=\n", b"Content-Disposition: attachment; filename*=utf-8''%ff%00\n", b"begin 644 x\n",
    b"-- \n", b"Content-Type: message/rfc822\n", b"Subject: =?none?q?=FF?=\n", b"; charset*=x'y'%\n",
    b"; format=flowed\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_pieces_is_read(pieces):
    data = b"".join(pieces)

    assert read_or_refuse(extract_mail, data)
    assert read_or_refuse(extract_saved_page, data)
