"""Two results of one pair, held against each other sentence by sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.judging import SIDES, Sentence, frame_sentences, judge_sentences
from bench.kit import Json, read_packed

_OUTCOMES = {
    (False, True): "gained",
    (True, False): "lost",
    (True, True): "right both ways",
    (False, False): "still wrong",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence before and after."""

    before: Sentence
    after: Sentence

    @property
    def is_change(self) -> bool:
        """Whether label or sources differ."""
        return (self.before.found, self.before.links) != (self.after.found, self.after.links)

    @property
    def outcome(self) -> str:
        """Whether it is for the better; without gold only that it is a change."""
        return _OUTCOMES[self.before.is_right, self.after.is_right] if self.after.wanted else "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChanges:
    """What changed in one pair."""

    id: str
    sentences: tuple[Change, ...]
    blocks_gained: tuple[str, ...]
    blocks_lost: tuple[str, ...]
    derivations: tuple[str, str]
    wanted: tuple[str, ...] = ()
    """The derivations that are right; none where there is no gold."""

    @property
    def changed(self) -> tuple[Change, ...]:
        """The sentences whose label or sources changed."""
        return tuple(change for change in self.sentences if change.is_change)

    @property
    def verdict(self) -> str:
        """What became of the verdict; empty where it stayed."""
        before, after = self.derivations
        if before == after:
            return ""
        outcome = _OUTCOMES[before in self.wanted, after in self.wanted] if self.wanted else "changed"
        return f"{before} → {after}, {outcome}"

    @property
    def is_change(self) -> bool:
        """Whether anything changed."""
        return bool(self.changed or self.blocks_gained or self.blocks_lost or self.verdict)


def find_all_changes(old: Path, new: Path, gold: Mapping[str, Json]) -> Iterator[PairChanges | str]:
    """What changed in each pair of two files of results, or why a pair cannot be held against its old self."""
    before = {str(json.loads(line)["id"]): line for line in read_packed(old)}
    for after in map(json.loads, read_packed(new)):
        name = str(after["id"])
        earlier = json.loads(before.pop(name, "null"))
        if earlier is None:
            yield f"{name}: only in the new file"
        elif "error" in earlier or "error" in after:
            yield f"{name}: failed {'before' if 'error' in earlier else 'now'}"
        elif any(earlier[side]["text"] != after[side]["text"] for side in SIDES):
            yield f"{name}: its text is read in another way now"
        else:
            yield find_changes(earlier, after, gold.get(name))
    yield from (f"{name}: only in the old file" for name in before)


def find_changes(old: Json, new: Json, gold: Json | None = None) -> PairChanges:
    """What changed between two results of one pair, both held against the same sentences."""
    frame = frame_sentences(new, gold)
    before, after = (judge_sentences(result, gold, frame) for result in (old, new))
    return PairChanges(
        id=str(new["id"]),
        sentences=tuple(Change(*both) for both in zip(before, after, strict=True)),
        blocks_gained=_blocks_without(new, old),
        blocks_lost=_blocks_without(old, new),
        derivations=(old["summary"]["derivation"], new["summary"]["derivation"]),
        wanted=_accept_derivations(gold or {}),
    )


def _accept_derivations(gold: Json) -> tuple[str, ...]:
    """The derivations that are right: those the gold names, else those that go with its yes or no."""
    if "derivations" in gold or "derived" not in gold:
        return tuple(gold.get("derivations", ()))
    return ("wholly_derived", "partly_derived") if gold["derived"] else ("non_derived",)


def _blocks_without(result: Json, other: Json) -> tuple[str, ...]:
    """The words of the blocks of a result that meet none of the other's on both sides."""
    text = result["derivative"]["text"]
    alone = (block for block in result["blocks"] if not any(_meet(block, one) for one in other["blocks"]))
    return tuple(" ".join(text[slice(*block["derivative"])].split()) for block in alone)


def _meet(one: Json, other: Json) -> bool:
    return all(one[side][0] < other[side][1] and other[side][0] < one[side][1] for side in SIDES)
