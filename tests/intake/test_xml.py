"""XML as a stream of elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import UnreadableInput
from copytrail.intake.xml import MOST_DEPTH, read_xml

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


class Recorder:
    """Writes down what it is told."""

    def __init__(self, most: int = 1_000_000) -> None:
        self.told: list[object] = []
        self._most = most

    @property
    def is_done(self):
        return len(self.told) >= self._most

    def start(self, name, attributes):
        self.told.append((name, dict(attributes)))

    def end(self, name):
        self.told.append(f"/{name}")

    def words(self, words):
        self.told.append(words)


def record(source: str | bytes) -> list[object]:
    """All that is told of a file."""
    recorder = Recorder()
    data = source.encode() if isinstance(source, str) else source
    read_xml([data[:7], data[7:]], {"urn:known": "k"}, recorder)
    return recorder.told


def test_names_carry_the_prefix_of_their_namespace():
    told = record('<a xmlns:x="urn:known" xmlns:y="urn:other"><x:b x:c="1" d="2"/><y:e>Fish &amp; chips</y:e></a>')

    assert told == [("a", {}), ("k:b", {"k:c": "1", "d": "2"}), "/k:b", (":e", {}), "Fish & chips", "/:e", "/a"]


def test_other_encodings_are_read():
    assert record('<?xml version="1.0" encoding="UTF-16"?><a>café</a>'.encode("utf-16"))[1] == "café"


@pytest.mark.parametrize(
    "declared",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><a/>',
        f'<!DOCTYPE a [<!ENTITY x "{"x" * 100_000}">]><a>{"&x;" * 1000}</a>',
    ],
)
def test_entities_are_refused_before_they_grow(declared):
    with pytest.raises(UnreadableInput, match="grow without end"):
        record(declared)


def test_the_address_of_a_document_type_is_not_opened():
    assert record('<!DOCTYPE a PUBLIC "-//X//EN" "file:///does/not/exist.dtd"><a>words</a>')[1] == "words"


def test_depth_has_a_limit():
    assert record("<a>" * MOST_DEPTH + "</a>" * MOST_DEPTH)
    with pytest.raises(UnreadableInput, match="too deep"):
        record("<a>" * 200_000)


def test_very_many_attributes_are_read():
    attributes = " ".join(f'b{number}="x"' for number in range(50_000))

    told = record(f"<a {attributes}/>")

    assert len(told[0][1]) == 50_000


@pytest.mark.parametrize(
    "source",
    ["", "words", "<a>", "<a></b>", "<a>&undefined;</a>", "<a>\x00</a>", '<?xml version="1.0" encoding="x"?><a/>'],
)
def test_what_is_no_sound_xml_is_refused(source):
    with pytest.raises(UnreadableInput, match="no sound XML"):
        record(source)


def test_a_reader_that_has_enough_is_told_no_more():
    recorder = Recorder(most=1)

    read_xml([b"<a>", b"<b/>", b"no XML any more"], {}, recorder)

    assert recorder.told == [("a", {})]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    assert _record_or_refuse(b"<a>" + data + b"</a>")


def _record_or_refuse(data: bytes) -> bool:
    try:
        return bool(record(data))
    except UnreadableInput as error:
        return str(error).endswith(".")
