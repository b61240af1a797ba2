"""A line of a file of pairs to the line of its result."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from copytrail.codec import comparison_to_data
from copytrail.errors import BadPairLine, CopytrailError
from copytrail.export.to_json import encode_json
from copytrail.files import read_bytes, read_file
from copytrail.intake.extracts import AS_IT_COMES, FileOptions
from copytrail.intake.from_plain import read_plain
from copytrail.pipeline import compare, compare_words

if TYPE_CHECKING:
    from copytrail.model import Document

FIELDS = (
    "engine",
    "thresholds",
    "original",
    "derivative",
    "matches",
    "verbatim",
    "blocks",
    "passages",
    "sentences",
    "speech",
    "facts",
    "additions",
    "omissions",
    "findings",
    "unplaced",
    "corrections",
    "unplaced_corrections",
    "references",
    "credits",
    "summary",
)
"""The fields of a result that can be asked for by name; `id` and `schema` are always there."""

_LEDGERS = frozenset({"speech", "facts", "additions", "omissions", "findings"})
"""Fields that take as long to find as all others together."""

JsonObject: TypeAlias = dict[str, object]
_AS_UTF_8 = FileOptions(encoding="utf-8")
_KNOWN = ("title", "publisher", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class PairLine:
    """One line of the file of pairs, with its number from 1."""

    number: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOptions:
    """How each pair is compared: where relative paths start and which fields its result keeps."""

    folder: Path
    fields: tuple[str, ...] = FIELDS


@dataclass(frozen=True, slots=True)
class ResultLine:
    """The result of one pair as the bytes of its line."""

    content: bytes
    failed: bool


def compare_line(line: PairLine, options: PairOptions) -> ResultLine:
    """Compare the pair of a line; whatever is wrong with it becomes a result that says so."""
    identity: object = None
    try:
        pair = parse_pair(line)
        identity = pair["id"]
        return ResultLine(_encode({"id": identity, **_compare_pair(pair, options)}), failed=False)
    except CopytrailError as error:
        return _fail(identity, str(error))
    except Exception as error:  # noqa: BLE001 - one bad line never stops the run, not even by a fault of ours
        return _fail(identity, f"Copytrail failed on this pair ({type(error).__name__}: {error}).")


def parse_pair(line: PairLine) -> JsonObject:
    """The object in a line of pairs, with an `id`."""
    try:
        pair = json.loads(line.content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadPairLine(f"Line {line.number} is not UTF-8 (at its byte {error.start + 1}).") from error
    except (ValueError, RecursionError) as error:
        raise BadPairLine(f"Line {line.number} is not JSON.") from error
    if not isinstance(pair, dict):
        raise BadPairLine(f'Line {line.number} is not an object with "id", "original" and "derivative".')
    if not isinstance(pair.get("id"), str | int):
        raise BadPairLine(f'Line {line.number} has no "id" that is a text or a number.')
    return pair


def _compare_pair(pair: JsonObject, options: PairOptions) -> JsonObject:
    original = _read_side(pair, "original", options)
    derivative = _read_side(pair, "derivative", options)
    comparison = (compare_words if _LEDGERS.isdisjoint(options.fields) else compare)(original, derivative)
    return comparison_to_data(comparison, ("schema", *options.fields))


def _read_side(pair: JsonObject, side: str, options: PairOptions) -> Document:
    given = pair.get(side)
    if isinstance(given, str):
        return read_plain(given, id=side)
    if not isinstance(given, dict):
        raise BadPairLine(f'"{side}" is neither a text nor an object with "text", "html" or "path".')
    known = {name: str(given[name]) for name in _KNOWN if given.get(name) is not None}
    if isinstance(given.get("text"), str):
        return read_plain(given["text"], id=side, **known)
    if isinstance(given.get("path"), str):
        return read_file(options.folder / given["path"], AS_IT_COMES, id=side, **known)
    if isinstance(given.get("html"), str):
        return read_bytes(given["html"].encode("utf-8", "replace"), "page.html", _AS_UTF_8, id=side, **known)
    raise BadPairLine(f'"{side}" has neither "text" nor "html" nor "path".')


def _fail(identity: object, message: str) -> ResultLine:
    return ResultLine(_encode({"id": identity, "error": message}), failed=True)


def _encode(record: JsonObject) -> bytes:
    return encode_json(record) + b"\n"
