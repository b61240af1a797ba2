"""Fits the weights of copytrail/data/likeness.toml on development data of the quality kit.

    QUALITY_KIT=... python -m bench.fit

Logistic regression by Newton's method with a small ridge. Links made by hand (fables retold, German
articles in plain German) are the positives; all other proposed pairs are negatives, and so are all
proposed pairs of documents without reuse, those on the same question among them. The fables and those
count more, because there are fewer of them. Passages translated there and back are marked as stretches
only (`bench/stretches.py` links their sentences): they teach what a paraphrase in the middle of a
longer text looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from bench.kit import Json, find_kit, read_gold, read_pairs
from bench.stretches import Links, link_stretches
from copytrail import read_plain
from copytrail.align.candidates import Proposer
from copytrail.align.indexing import index_pair
from copytrail.align.likeness import ALONE, AMONG, HOPELESS, LONE, PASSES, describe_among, pick_lone
from copytrail.align.sentences import describe_open, tile_sentences
from copytrail.align.surroundings import Key
from copytrail.align.terms import Pair, Side
from copytrail.model import Thresholds
from copytrail.read.figures import read_figures

Described = dict[Key, list[float]]
Span = tuple[int, int]
_WEIGHTS = {"aesop": 4.0, "deplain": 1.0, "clough:non": 2.0, "pan:none": 3.0, "pan:translation": 2.0}
_STEPS = {"pan:none": 8, "pan:translation": 5}
"""Every so many pairs of the large sets."""
_RIDGE = 3.0
_OVERLAP = 0.3


def main() -> None:
    """Fits the regressions, one on the answers of the other, and writes the file."""
    texts = [text for name in _WEIGHTS for text in read_set(find_kit(), name)]
    weights = fit([row for text in texts for row in text.rows(text.described)])
    tables = write_table("alone", ALONE, weights)
    answers = [
        {key: likely for key, row in text.described.items() if (likely := answer(weights, row)) >= HOPELESS}
        for text in texts
    ]
    for name in PASSES:
        around = [
            describe_among(text.described, before, text.known, text.sentences)
            for text, before in zip(texts, answers, strict=True)
        ]
        weights = fit([row for text, rows in zip(texts, around, strict=True) for row in text.rows(rows)])
        tables += write_table(name, AMONG, weights)
        answers = [{key: answer(weights, row) for key, row in rows.items()} for rows in around]
    lone = [row for text in read_set(find_kit(), "msrp") for row in text.rows(text.described)]
    tables += write_table("lone", LONE, fit([(pick_lone(row), linked, weight) for row, linked, weight in lone]))
    path = Path(str(files("copytrail").joinpath("data", "likeness.toml")))
    path.write_text(HEADER + tables, encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


HEADER = """# Weights of the regressions in align/likeness.py, fitted by bench/fit.py on development data.
"""


class Text:
    """One pair of texts, described, with its linked sentences."""

    def __init__(self, line: Json, gold: Json, weight: float) -> None:
        original, derivative = read_plain(line["original"]), read_plain(line["derivative"])
        pair = index_pair(original, derivative, (read_figures(original), read_figures(derivative)))
        proposer = Proposer(pair)
        pieces = tile_sentences(pair, proposer, Thresholds())
        self.described, self.known = describe_open(pair, proposer, pieces, Thresholds())
        self.links = find_links(pair, gold, self.described)
        self.weight = weight
        self.sentences = len(pair.derivative.sentences)

    def rows(self, described: Described) -> Iterator[tuple[list[float], bool, float]]:
        """What was described, whether it is linked, and how much it counts."""
        for key, row in described.items():
            if key not in self.links.unsure:
                yield row, key in self.links.sure, self.weight


def read_set(kit: Path, name: str) -> list[Text]:
    """The texts of one set, or of one kind of the set whose kinds are marked."""
    source, _, kind = name.partition(":")
    gold = read_gold(kit, source)
    lines = [line for line in read_pairs(kit, source) if kind in ("", find_kind(gold[line["id"]]))]
    return [Text(line, gold[line["id"]], _WEIGHTS.get(name, 1.0)) for line in lines[:: _STEPS.get(name, 1)]]


def find_kind(gold: Json) -> str:
    """The kind of a pair in a set whose pairs are of several kinds."""
    return str(gold.get("kind") or gold.get("level"))


def find_links(pair: Pair, gold: Json, described: Described) -> Links:
    """The links of one pair of texts: those made by hand, or those that its stretches suggest."""
    if "derived" in gold:
        return Links(sure=set(described) if gold["derived"] else set(), unsure=set())
    if "links" in gold:
        return Links(sure=find_linked(pair, gold), unsure=set())
    return link_stretches(pair, gold.get("blocks", ()), described)


def find_linked(pair: Pair, gold: Json) -> set[Key]:
    """The links made by hand, between our sentences."""
    links = {(source, taker) for source, taker in gold["links"]}
    sources = match_sentences(pair.original, gold["sentences"]["original"])
    takers = match_sentences(pair.derivative, gold["sentences"]["derivative"])
    return {
        (ours, other)
        for ours, theirs in sources.items()
        for other, others in takers.items()
        if any((one, two) in links for one in theirs for two in others)
    }


def match_sentences(side: Side, gold: Sequence[Json]) -> dict[int, list[int]]:
    """For each of our sentences the sentences of the gold that it overlaps."""
    found: dict[int, list[int]] = {}
    for sentence in side.sentences:
        span = side.span(sentence.first, sentence.end)
        spans = [(line["start"], line["end"]) for line in gold]
        found[sentence.number] = [n for n, other in enumerate(spans) if overlaps((span.start, span.end), other)]
    return found


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a good part of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > _OVERLAP * min(one[1] - one[0], other[1] - other[0])


def fit(rows: Sequence[tuple[list[float], bool, float]]) -> np.ndarray:
    """The weights of a logistic regression, the intercept last."""
    values = np.array([row for row, _, _ in rows])
    wanted = np.array([linked for _, linked, _ in rows], dtype=float)
    counts = np.array([weight for _, _, weight in rows])
    means, scales = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.hstack([(values - means) / scales, np.ones((len(values), 1))])
    ridge = np.diag([_RIDGE] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (counts * (wanted - likely)) - ridge @ weights
        curve = (design * (counts * likely * (1 - likely))[:, None]).T @ design + ridge
        weights += np.linalg.solve(curve, slope)
    plain = weights[:-1] / scales
    return np.append(plain, weights[-1] - plain @ means)


def answer(weights: np.ndarray, row: Sequence[float]) -> float:
    """The answer of a fitted regression."""
    return float(1 / (1 + np.exp(-(np.dot(weights[:-1], row) + weights[-1]))))


def write_table(name: str, features: Sequence[str], weights: np.ndarray) -> str:
    """A regression as a table of the file."""
    lines = [f"{feature} = {weight:.4f}" for feature, weight in zip(features, weights[:-1], strict=True)]
    return f"\n[{name}]\nintercept = {weights[-1]:.4f}\n\n[{name}.weights]\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
