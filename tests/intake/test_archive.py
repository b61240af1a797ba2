"""Zip files, sound and hostile."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.archive import MOST_FILES, Archive, list_files
from tests.intake.office import build_zip

BIG = b"\x00" * 8_000_000


def test_parts_are_read_by_name():
    archive = Archive(build_zip({"a.xml": "one", "folder/b.xml": "two"}))

    assert archive.names == ("a.xml", "folder/b.xml")
    assert archive.read("folder/b.xml") == b"two"
    assert "c.xml" not in archive


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04", build_zip({"a": "one"})[:-30]])
def test_what_is_no_zip_is_refused(data):
    with pytest.raises(UnreadableInput, match="damaged"):
        Archive(data)


def test_a_part_that_is_not_there_is_refused():
    with pytest.raises(UnreadableInput, match="damaged"):
        Archive(build_zip({"a": "one"})).read("b")


def test_a_part_that_unpacks_without_end_is_refused():
    with pytest.raises(UnreadableInput, match="unpacks to far more"):
        Archive(build_zip({"bomb": BIG})).read("bomb")


def test_many_parts_together_are_counted():
    archive = Archive(build_zip({f"{number}": b"x" * 4_000 for number in range(10)}), most_bytes=30_000)

    with pytest.raises(UnreadableInput, match="unpacks to far more"):
        [archive.read(name) for name in archive.names]


def test_a_part_that_lies_about_its_size_is_refused():
    honest = build_zip({"bomb": BIG})
    size = struct.pack("<I", len(BIG))

    with pytest.raises(UnreadableInput, match=r"unpacks to far more|damaged"):
        Archive(honest.replace(size, struct.pack("<I", 10))).read("bomb")


def test_a_zip_in_a_zip_stays_packed():
    inner = build_zip({"bomb": BIG})

    assert list_files(build_zip({"inner.zip": inner})) == (("inner.zip", inner),)


def test_parts_that_share_their_bytes_are_refused():
    whole = build_zip({"a": "one" * 100, "b": "one" * 100}, zipfile.ZIP_STORED)
    second = whole.rindex(b"PK\x01\x02")
    shared = bytearray(whole)
    shared[second + 42 : second + 46] = struct.pack("<I", 1)

    with pytest.raises(UnreadableInput, match="unpacks to far more"):
        Archive(bytes(shared))


def test_a_directory_without_end_is_refused_unread():
    with pytest.raises(UnreadableInput, match="more parts than"):
        Archive(build_zip({"a": ""}) + b"PK\x01\x02" * 10_000)


def test_two_parts_of_one_name_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", "two")

    with pytest.raises(UnreadableInput, match="the same name"):
        Archive(buffer.getvalue()).refuse_doubles()


def test_an_encrypted_part_asks_for_one_without_password():
    plain = build_zip({"a": "one"}, zipfile.ZIP_STORED)
    place = plain.rindex(b"PK\x01\x02")
    locked = bytearray(plain)
    locked[place + 8] |= 1
    locked[6] |= 1

    with pytest.raises(UnreadableInput, match="protected by a password"):
        list_files(bytes(locked))


def test_an_unusual_compression_is_refused():
    with pytest.raises(UnreadableInput, match="unusual way"):
        Archive(build_zip({"a": "one" * 100}, zipfile.ZIP_LZMA)).read("a")


def test_files_come_under_labels_that_are_no_paths():
    data = build_zip({
        "../../etc/release.txt": "one",
        "C:\\news\\article\x07.txt": "two",
        "folder/": "",
        "__MACOSX/._release.txt": "x",
        ".hidden": "x",
        "deep/Thumbs.db": "x",
        "deep/article.txt": "three",
    })  # fmt: skip

    assert list_files(data) == (("release.txt", b"one"), ("article.txt", b"two"), ("article.txt", b"three"))


def test_too_many_files_are_refused():
    with pytest.raises(UnreadableInput, match="make smaller ones"):
        list_files(build_zip({f"{number}.txt": "x" for number in range(MOST_FILES + 1)}))


@given(st.integers(0), st.integers(0, 255), st.integers(0, 60))
def test_changed_bytes_raise_sentences_only(place, byte, cut):
    data = bytearray(build_zip({"a.txt": "one " * 50, "b.txt": "two"}))
    data[place % len(data)] = byte

    assert _list_or_refuse(bytes(data[: len(data) - cut]))


def _list_or_refuse(data: bytes) -> bool:
    try:
        return all(isinstance(part, bytes) for _, part in list_files(data))
    except UnreadableInput as error:
        return str(error).endswith(".")
