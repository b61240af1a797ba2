"""Our own labelled texts in the forms of `copytrail batch` and of the kit's scorer.

python -m bench.gold FOLDER      writes pairs.jsonl and gold.jsonl there
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.kit import Json
from bench.labelled import LabelledPair, Line, read_labelled

_ADDED = "added"


def write_pair(pair: LabelledPair) -> Json:
    """The pair as `copytrail batch` reads it."""
    return {"id": pair.id, "original": pair.original, "derivative": pair.derivative}


def write_gold(pair: LabelledPair) -> Json:
    """The pair's gold in the scorer's form; links that may be but need not stand apart."""
    used = {number for line in pair.derivative_lines for number in line.sources}
    return {
        "id": pair.id,
        "kind": pair.language,
        "derived": "non_derived" not in pair.derivations,
        "derivations": list(pair.derivations),
        "sentences": {
            "original": [
                {"start": line.start, "end": line.end, "label": "used" if number in used else "left_out"}
                for number, line in enumerate(pair.original_lines)
            ],
            "derivative": [
                {"start": line.start, "end": line.end, "label": line.labels[0], "accept": list(line.labels[1:])}
                for line in pair.derivative_lines
            ],
        },
        "links": [[source, n] for n, line in enumerate(pair.derivative_lines) for source in line.sources],
        "possible_links": [[source, n] for n, line in enumerate(pair.derivative_lines) for source in line.possible],
        "added": [
            span
            for line in pair.derivative_lines
            for span in (((line.start, line.end),) if line.labels == (_ADDED,) else line.new)
        ],
        "doubtful": [
            span
            for line in pair.derivative_lines
            for span in (((line.start, line.end),) if _is_doubtful(line) else line.doubtful)
        ],
        "links_instead": [[*both, n] for n, line in enumerate(pair.derivative_lines) for both in line.instead],
    }


def _is_doubtful(line: Line) -> bool:
    """Whether the whole sentence may be called added or not."""
    return _ADDED in line.labels and len(line.labels) > 1


def write_labelled(folder: Path) -> tuple[Path, Path]:
    """Writes all pairs and their gold into a folder, as lines of JSON; returns the two files."""
    pairs = read_labelled()
    files = folder / "pairs.jsonl", folder / "gold.jsonl"
    for path, write in zip(files, (write_pair, write_gold), strict=True):
        lines = (json.dumps(write(pair), ensure_ascii=False) for pair in pairs)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files


def main() -> None:
    """Writes the pairs and their gold into the folder named on the command line."""
    write_labelled(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
