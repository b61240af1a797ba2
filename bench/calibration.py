"""Whether a match with a score of .9 is right nine times in ten: a table and a plot.

    QUALITY_KIT=... python -m bench.calibration      writes docs/calibration.svg and the table in docs/calibration.md

Every match on texts whose sentences are linked by hand counts once: it is right when at least half of the links that it
makes are among those. The kit is development data, and the weights were fitted on some of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.gold import write_gold, write_pair
from bench.judging import SIDES, Counted
from bench.kit import Json, find_kit, read_gold, read_pairs
from bench.labelled import read_labelled
from bench.reliability import Scored, fill_bins, mean, measure_brier, measure_error
from bench.reliability_plot import draw_reliability
from copytrail import compare, read_plain
from copytrail.codec import comparison_to_data
from copytrail.version import VERSION

_SETS = ("aesop", "deplain")
_SERIES = {"paraphrased": ("paraphrased",), "copied and edited": ("copied", "edited")}
_SURE = 0.9
_HEAD_OF_BINS = ("| Label | Mean score | Right | Matches |", "|---|---|---|---|")
_HEAD_OF_SUMMARY = (
    "| Label | Texts | Matches | Right | Mean score | Right at .9 and above | Brier score | Calibration error |",
    "|---|---|---|---|---|---|---|---|",
)
_DOCS = Path(__file__).resolve().parent.parent / "docs"
_TABLE = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)


def main() -> None:
    """Measures, prints and writes the table, and draws the plot."""
    matches = list(score_all())
    table = write_table(matches)
    print(table)
    series = {name: fill_bins(select(matches, labels)) for name, labels in _SERIES.items()}
    (_DOCS / "calibration.svg").write_text(draw_reliability(series), encoding="utf-8")
    page = _DOCS / "calibration.md"
    page.write_text(_TABLE.sub(lambda _: table, page.read_text(encoding="utf-8")), encoding="utf-8")


def score_all() -> Iterator[Scored]:
    """Every match on the kit's linked sets and on our own labelled texts."""
    kit = find_kit()
    for name in _SETS:
        gold = read_gold(kit, name)
        for line in read_pairs(kit, name):
            yield from score_matches(name, line, gold[line["id"]])
    for pair in read_labelled():
        yield from score_matches("our own", write_pair(pair), write_gold(pair))


def score_matches(origin: str, pair: Json, gold: Json) -> Iterator[Scored]:
    """The matches of one pair, each held against the links of the gold."""
    result = comparison_to_data(compare(read_plain(pair["original"]), read_plain(pair["derivative"])))
    counted = {side: count_sentences(result, gold, side) for side in SIDES}
    links = accepted_links(gold)
    for match in result["matches"]:
        sources = {n for stretch in match["original"] for n in find_sentences(counted["original"], stretch)}
        takers = find_sentences(counted["derivative"], match["derivative"])
        made = [(source, taker) for source in sources for taker in takers]
        right = sum(link in links for link in made)
        yield Scored(origin, match["label"], match["score"], 2 * right >= max(1, len(made)))


def count_sentences(result: Json, gold: Json, side: str) -> Counted:
    """The sentences of the gold in the text of the result."""
    return Counted(result[side]["text"], [(line["start"], line["end"]) for line in gold["sentences"][side]])


def find_sentences(counted: Counted, place: Json) -> list[int]:
    """The sentences that a place touches; where it is a small part of one, that one."""
    span = place["start"], place["end"]
    return counted.touched(span) or counted.holding(span)


def accepted_links(gold: Json) -> set[tuple[int, int]]:
    """The links that are right: those wanted, those that may be, and those that serve as well."""
    links = [*gold["links"], *gold.get("possible_links", [])]
    return {(source, taker) for source, taker in links} | {
        (other, taker) for _, other, taker in gold.get("links_instead", [])
    }


def select(matches: Iterable[Scored], labels: Sequence[str]) -> list[Scored]:
    """The matches with one of the labels."""
    return [match for match in matches if match.label in labels]


def write_table(matches: Sequence[Scored]) -> str:
    """The tables of the page: a row for each bin of each series, then the summary of each."""
    lines = [f"Version {VERSION}, {len(matches):,} matches.", "", *_HEAD_OF_BINS]
    for name, labels in _SERIES.items():
        lines += [f"| {name} | {b.score:.2f} | {b.right:.2f} | {b.count} |" for b in fill_bins(select(matches, labels))]
    lines += ["", *_HEAD_OF_SUMMARY]
    for name, labels in _SERIES.items():
        for origin in ("all", *dict.fromkeys(match.origin for match in matches)):
            chosen = [one for one in select(matches, labels) if origin in ("all", one.origin)]
            lines.append(f"| {name} | {origin} | {_summarise(chosen)} |")
    return "\n".join(lines) + "\n"


def _summarise(matches: Sequence[Scored]) -> str:
    """The last cells of a row of the summary."""
    right, score = mean(one.is_right for one in matches), mean(one.score for one in matches)
    sure = [one.is_right for one in matches if one.score >= _SURE]
    figures = f"{measure_brier(matches):.3f} | {measure_error(fill_bins(matches)):.3f}"
    return f"{len(matches)} | {right:.2f} | {score:.2f} | {sum(sure)} of {len(sure)} | {figures}"


if __name__ == "__main__":
    main()
