"""Examples that stand in the reference; tests run every one of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A few lines that do something, where the address and a token are put in."""

    title: str
    language: str
    lines: str

    def write(self, address: str, token: str = "TOKEN") -> str:  # noqa: S107 - a word in its place
        """The lines for a Copytrail at this address."""
        return self.lines.replace("ADDRESS", address).replace("TOKEN", token)


_COMPARE_CURL = """\
curl --request POST 'ADDRESS/compare?format=json' \\
  --header 'Authorization: Bearer TOKEN' \\
  --header 'Content-Type: application/json' \\
  --data '{"original": {"text": "The bridge opened on Monday, the council said."},
           "derivative": {"text": "The old bridge opened Monday, the council said."}}'
"""
_COMPARE_PYTHON = """\
import json
import urllib.request

texts = {
    "original": {"text": "The bridge opened on Monday, the council said.", "title": "The release"},
    "derivative": {"text": "The old bridge opened Monday, the council said.", "publisher": "The Post"},
}
asked = urllib.request.Request(
    "ADDRESS/compare?format=json",
    data=json.dumps(texts).encode(),
    headers={"Authorization": "Bearer TOKEN", "Content-Type": "application/json"},
)
with urllib.request.urlopen(asked) as answer:
    comparison = json.load(answer)
for match in comparison["matches"]:
    print(match["label"], match["derivative"]["exact"])
"""
EXAMPLES = (
    Example("Compare two texts", "curl", _COMPARE_CURL),
    Example("The same in Python, without any library", "Python", _COMPARE_PYTHON),
)
