"""Extracts to JSON data and back, as they cross from one process to another and lie in a store."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeAlias

from copytrail.errors import BadExtractData
from copytrail.intake.extracts import Block, Extract
from copytrail.model import ParagraphKind

SCHEMA = "copytrail.extract/1"
Json: TypeAlias = dict[str, Any]
_PLAIN = tuple(field.name for field in fields(Extract) if field.name not in {"blocks", "notes"})


def extract_to_data(extract: Extract) -> Json:
    """What a file yielded, as data."""
    return {
        "schema": SCHEMA,
        "blocks": [[block.text, block.kind.value if block.kind else "", block.furniture] for block in extract.blocks],
        "notes": list(extract.notes),
        **{name: getattr(extract, name) for name in _PLAIN},
    }


def extract_from_data(data: Json) -> Extract:
    """The extract that data describes; raises BadExtractData where it describes none."""
    try:
        if data["schema"] != SCHEMA:
            raise BadExtractData
        blocks = tuple(
            Block(_text(text), ParagraphKind(kind) if kind else None, _text(furniture))
            for text, kind, furniture in data["blocks"]
        )
        described = {name: data[name] for name in _PLAIN}
        has_changes = bool(described.pop("has_changes"))
        words = {name: _text(value) for name, value in described.items()}
        return Extract(blocks=blocks, notes=tuple(map(_text, data["notes"])), has_changes=has_changes, **words)
    except (KeyError, TypeError, ValueError) as error:
        raise BadExtractData from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
