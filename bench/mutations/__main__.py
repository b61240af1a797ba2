"""What is found of changes made on purpose, and what is reported where nothing was changed but the house style.

    python -m bench.mutations [PART OF A NAME...]

The texts are the news of the quality kit (`texts`); each is changed by each operation at one place, drawn from
a seed of its own, and compared with itself as it was. Arguments
choose collections by parts of their names.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from bench.kit import find_kit
from bench.mutations.changes import Source
from bench.mutations.finding_trials import HARMLESS, TRIALS, Tried, change_source, judge_findings
from bench.mutations.label_trials import LABEL_TRIALS, Labelled, judge_labels
from bench.mutations.tables import write_tables
from bench.mutations.texts import read_collections
from copytrail import Comparison, compare, read_plain

Results = tuple[list[Tried], list[Labelled]]


def try_source(key: str, source: Source) -> Results:
    """Every operation on one text."""
    tried, labelled = [], []
    for trial in (*TRIALS[source.language], *HARMLESS[source.language]):
        change = change_source(trial.name, trial.operation, key, source)
        if change:
            tried.append(judge_findings(trial, change, _compare(source.text, change.text).findings))
    for label_trial in LABEL_TRIALS:
        change = change_source(label_trial.name, label_trial.operation, key, source)
        if change:
            labelled.append(judge_labels(label_trial, change, _compare(source.text, change.text)))
    return tried, labelled


def main(arguments: Sequence[str] = ()) -> None:
    """Tries every operation on every text and prints the tables."""
    for name, sources in read_collections(find_kit()).items():
        if arguments and not any(one in name for one in arguments):
            continue
        with ProcessPoolExecutor(2) as pool:
            results = list(pool.map(try_source, sources, sources.values(), chunksize=4))
        tried = [one for some, _ in results for one in some]
        labelled = [one for _, some in results for one in some]
        language = next(iter(sources.values())).language
        print(f"== {name}\n{write_tables(language, tried, labelled)}\n", flush=True)


def _compare(original: str, derivative: str) -> Comparison:
    return compare(read_plain(original), read_plain(derivative))


if __name__ == "__main__":
    main(sys.argv[1:])
