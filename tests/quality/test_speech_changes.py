"""What the speech ledger finds when the bundled release is changed by program, word by word and speaker by speaker."""

import re
from functools import cache

import pytest

from copytrail import compare, read_plain
from copytrail.case_files import bundled_cases
from copytrail.model import Finding

SPEECH_KINDS = {
    "wrong_speaker",
    "altered_quotation",
    "spliced_quotation",
    "unsupported_quotation",
    "unmarked_speech",
}
STATEMENTS = ("This visit reinforces", "As someone who", "By working together", "The UK-Iraq relationship", "We will")
WORD = re.compile(r"\b[a-z]{5,}\b")
STEP = 5
"""Every so many words one is changed."""


@cache
def release() -> str:
    return bundled_cases()[0].original.read().text


def marked() -> str:
    """The release with its statements between marks, an opening one on each paragraph."""
    lines = [f"“{line}" if line.startswith(STATEMENTS) else line for line in release().split("\n")]
    closed = [
        f"{line}”" if line.startswith("“") and not after.startswith("“") else line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(closed)


def findings(original: str, derivative: str) -> list[Finding]:
    found = compare(read_plain(original), read_plain(derivative)).findings
    return [finding for finding in found if finding.kind in SPEECH_KINDS]


def words_of_statements(text: str) -> list[tuple[int, int]]:
    lines = [line for line in re.finditer(r"[^\n]+", text) if line.group().lstrip("“").startswith(STATEMENTS)]
    words = [word.span() for line in lines for word in WORD.finditer(text, line.start() + 2, line.end())]
    return words[::STEP]


@pytest.mark.parametrize("text", [release, marked], ids=["without marks", "with marks"])
def test_every_altered_word_is_found(text):
    original = text()
    changed = [(start, f"{original[:start]}purple{original[end:]}") for start, end in words_of_statements(original)]

    missed = [
        original[start : start + 30]
        for start, derivative in changed
        if "altered_quotation" not in {finding.kind for finding in findings(original, derivative)}
    ]

    assert len(changed) > 5
    assert missed == []


@pytest.mark.parametrize("text", [release, marked], ids=["without marks", "with marks"])
def test_swapped_speakers_are_found(text):
    swapped = text().replace("Dan Jarvis said", "X said").replace("Hamish Falconer, said", "Dan Jarvis, said")
    swapped = swapped.replace("X said", "Hamish Falconer said")

    assert [finding.kind for finding in findings(text(), swapped)] == ["wrong_speaker", "wrong_speaker"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
        lambda text: text.replace("“", "«").replace("”", "»"),
        lambda text: text.replace("“", "‘").replace("”", "’"),
        lambda text: text.replace("cooperation", "co-operation").replace("organised", "organized"),
        lambda text: text.replace("Security Minister Dan Jarvis said:", "Mr Jarvis said:"),
        lambda text: text.replace(" – ", " - ").replace("’", "'"),
        lambda text: text.replace("14%", "14 per cent").replace("we’ve", "we have"),
        lambda text: text.replace("\n", "\n\n"),
    ],
)
def test_house_style_alone_raises_nothing(change):
    assert findings(marked(), change(marked())) == []
    assert findings(release(), change(release())) == []
    assert findings(release(), change(marked())) == []
