"""What one version of the engine gained and lost over another, passage by passage.

    python -m bench.changes OLD.jsonl NEW.jsonl [--gold GOLD.jsonl]      two files that `copytrail batch` wrote
    python -m bench.changes --since REVISION [--pairs PAIRS.jsonl] [--gold GOLD.jsonl]

The second form makes both files: OLD with the engine of that revision, NEW with the engine as it stands, of the pairs
given or else of our own labelled texts. Gold is in the form of the kit's scorer. Files may be packed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.gains import Change, PairChanges, find_all_changes
from bench.gold import write_labelled
from bench.judging import Sentence
from bench.kit import read_lines
from bench.revisions import run_both
from bench.scores import count_from_one, score_sentences

_SIGNS = {"gained": "+", "lost": "-", "right both ways": "=", "still wrong": "~", "changed": "*"}
_BLOCK_SHOWN = 100


def main() -> None:
    """Makes the two files where a revision is given, and prints the report."""
    options = _read_options()
    with TemporaryDirectory() as folder:
        old, new, gold_file = options.old, options.new, options.gold
        if options.since:
            pairs, own_gold = (options.pairs, None) if options.pairs else write_labelled(Path(folder))
            gold_file = gold_file or own_gold
            old, new = run_both(options.since, pairs, Path(folder))
        gold = {line["id"]: line for line in read_lines(gold_file)} if gold_file else {}
        for line in report_changes(list(find_all_changes(old, new, gold))):
            print(line)


def report_changes(found: Sequence[PairChanges | str]) -> Iterator[str]:
    """The lines of the report, the totals first; texts among what was found say why a pair is not in it."""
    pairs = [one for one in found if not isinstance(one, str)]
    yield from _sum_up(pairs)
    yield from (f"not compared: {reason}" for reason in found if isinstance(reason, str))
    for pair in pairs:
        if pair.is_change:
            yield from _report_pair(pair)


def _sum_up(pairs: Sequence[PairChanges]) -> Iterator[str]:
    """The totals."""
    changed = [change for pair in pairs for change in pair.changed]
    labels = [change for change in changed if change.before.found != change.after.found]
    sources = sum(change.before.links != change.after.links for change in changed)
    yield f"{len(pairs)} pairs, {sum(pair.is_change for pair in pairs)} of them changed"
    yield (
        f"{sum(len(pair.sentences) for pair in pairs)} sentences: label changed in {len(labels)}, sources in {sources}"
        f"{_count([change.outcome for change in changed])}"
    )
    gained, lost = (sum(map(len, blocks)) for blocks in _list_blocks(pairs))
    yield f"blocks: {gained} gained, {lost} lost"
    verdicts = [pair.verdict for pair in pairs if pair.verdict]
    yield f"verdicts: {len(verdicts)} changed{_count([verdict.split(', ')[1] for verdict in verdicts])}"
    yield from _compare_scores([change for pair in pairs for change in pair.sentences if change.after.wanted])
    steps = Counter(f"{change.before.found} → {change.after.found}, {change.outcome}" for change in labels)
    yield from (f"{count:5} {step}" for step, count in steps.most_common())


def _count(outcomes: Sequence[str]) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in Counter(outcomes).most_common())
    return f" ({counts})" if counts else ""


def _list_blocks(pairs: Sequence[PairChanges]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [pair.blocks_gained for pair in pairs], [pair.blocks_lost for pair in pairs]


def _compare_scores(changes: Sequence[Change]) -> Iterator[str]:
    """The figures of both versions where there is gold."""
    if changes:
        before, after = (score_sentences(side) for side in ([c.before for c in changes], [c.after for c in changes]))
        yield f"labels right {before.labels:.3f} → {after.labels:.3f}"
        yield f"F1 of added {before.added:.3f} → {after.added:.3f}, of links {before.links:.3f} → {after.links:.3f}"


def _report_pair(pair: PairChanges) -> Iterator[str]:
    """What changed in one pair."""
    yield ""
    yield f"{pair.id}{': ' if pair.verdict else ''}{pair.verdict}"
    for change in pair.changed:
        wanted = f" (right: {_tell(change.after.wanted[0], change.after.sources)})" if change.after.wanted else ""
        steps = f"{_describe(change.before)} → {_describe(change.after)}"
        yield f"  {_SIGNS[change.outcome]} {change.outcome}: {steps}{wanted} | {change.after.words}"
    for name, blocks in (("gained", pair.blocks_gained), ("lost", pair.blocks_lost)):
        yield from (f"  block {name}: {words[:_BLOCK_SHOWN]} … {len(words)} letters" for words in blocks)


def _describe(sentence: Sentence) -> str:
    return _tell(sentence.found, sentence.links)


def _tell(label: str, sources: frozenset[int]) -> str:
    return f"{label} {count_from_one(sources)}".strip()


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.changes", description="Gains and losses between two versions.")
    parser.add_argument("old", type=Path, nargs="?", help="results of the old version")
    parser.add_argument("new", type=Path, nargs="?", help="results of the new version")
    parser.add_argument("--since", metavar="REVISION", help="run the engine of this revision and the present one")
    parser.add_argument("--pairs", type=Path, help="the pairs to run; without it our own labelled texts")
    parser.add_argument("--gold", type=Path, help="gold in the form of the scorer")
    options = parser.parse_args()
    if bool(options.since) == bool(options.new):
        parser.error("give two files of results, or --since and a revision")
    return options


if __name__ == "__main__":
    main()
