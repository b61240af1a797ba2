"""The report of gains and losses between two versions of the engine."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.changes import main, report_changes
from bench.gains import find_all_changes, find_changes
from bench.judging import SIDES
from bench.revisions import FIELDS, ROOT, run_engine, unpack_revision

ORIGINAL = "The lido opens in May. It costs four pounds."
DERIVATIVE = "The lido opens in May. Entry is four pounds."
SENTENCES = {"original": ((0, 22), (23, 44)), "derivative": ((0, 22), (23, 44))}


def make_result(labels=("copied", "added"), *, linked=(0,), blocks=(), derivation="partly_derived"):
    """A result whose second sentence has this label, and whose derivative sentences come from those of their number."""
    document = {side: {"text": text, "paragraphs": [{"sentences": SENTENCES[side]}]} for side, text in TEXTS.items()}
    spans = SENTENCES["derivative"]
    return document | {
        "id": "lido",
        "passages": {
            "derivative": [{"start": s, "end": e, "label": x} for (s, e), x in zip(spans, labels, strict=True)]
        },
        "matches": [{"derivative": make_span(n), "original": [make_span(n)]} for n in linked],
        "blocks": [{"derivative": list(span), "original": list(span)} for span in blocks],
        "summary": {"derivation": derivation},
    }


TEXTS = {"original": ORIGINAL, "derivative": DERIVATIVE}
GOLD = {
    "id": "lido",
    "sentences": {
        "original": [{"start": 0, "end": 22}, {"start": 23, "end": 44}],
        "derivative": [
            {"start": 0, "end": 22, "label": "copied"},
            {"start": 23, "end": 44, "label": "paraphrased", "accept": ["edited"]},
        ],
    },
    "links": [[0, 0], [1, 1]],
    "derivations": ["wholly_derived"],
}


def make_span(number):
    start, end = SENTENCES["derivative"][number]
    return {"start": start, "end": end}


BETTER = make_result(("copied", "edited"), linked=(0, 1), derivation="wholly_derived")


def report(old, new, gold=None):
    return "\n".join(report_changes([find_changes(old, new, gold)]))


def test_found_paraphrase_is_a_gain():
    text = report(make_result(), BETTER, GOLD)

    assert "+ gained: added → edited 2 (right: paraphrased 2) | Entry is four pounds." in text
    assert "label changed in 1, sources in 1 (1 gained)" in text
    assert "partly_derived → wholly_derived, gained" in text
    assert "labels right 0.500 → 1.000" in text


def test_lost_paraphrase_is_a_loss():
    text = report(BETTER, make_result(), GOLD)

    assert "- lost: edited 2 → added (right: paraphrased 2) | Entry is four pounds." in text


def test_without_gold_a_change_is_neither():
    text = report(make_result(), BETTER)

    assert "* changed: added → edited 2 | Entry is four pounds." in text
    assert "labels right" not in text


def test_equal_results_report_nothing_by_pair():
    text = report(BETTER, BETTER, GOLD)

    assert "0 of them changed" in text
    assert "lido" not in text


def test_new_and_vanished_blocks_are_named():
    old, new = make_result(blocks=[(0, 22)]), make_result(blocks=[(23, 44)])

    text = report(old, new)

    assert "blocks: 1 gained, 1 lost" in text
    assert "block gained: Entry is four pounds." in text
    assert "block lost: The lido opens in May." in text


def test_pairs_that_cannot_be_compared_say_why(tmp_path):
    failed, other = {"id": "b", "error": "no text"}, make_result() | {"id": "d"}
    other["derivative"] = other["derivative"] | {"text": DERIVATIVE.upper()}
    old = [make_result() | {"id": name} for name in "abd"]
    write(tmp_path / "old", old)
    write(tmp_path / "new", [failed, make_result() | {"id": "c"}, other])

    reasons = list(find_all_changes(tmp_path / "old", tmp_path / "new", {}))

    assert reasons == [
        "b: failed now",
        "c: only in the new file",
        "d: its text is read in another way now",
        "a: only in the old file",
    ]


def test_command_reads_results_and_gold(tmp_path, monkeypatch, capsys):
    files = [str(tmp_path / name) for name in ("old", "new", "gold")]
    for path, line in zip(files, (make_result(), BETTER, GOLD), strict=True):
        write(path, [line])
    monkeypatch.setattr(sys, "argv", ["changes", *files[:2], "--gold", files[2]])

    main()

    assert "1 gained" in capsys.readouterr().out


def test_command_wants_files_or_a_revision(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["changes"])

    with pytest.raises(SystemExit):
        main()

    assert "--since and a revision" in capsys.readouterr().err


def test_engine_of_a_folder_gives_what_the_report_needs(tmp_path):
    write(tmp_path / "pairs.jsonl", [{"id": "lido", "original": ORIGINAL, "derivative": DERIVATIVE}])

    results = run_engine(ROOT, tmp_path / "pairs.jsonl", tmp_path / "results.jsonl")

    (result,) = map(json.loads, results.read_text(encoding="utf-8").splitlines())
    assert set(FIELDS) <= set(result)
    assert [result[side]["text"] for side in SIDES] == [ORIGINAL, DERIVATIVE]


def test_unknown_revision_ends_with_a_sentence(tmp_path):
    with pytest.raises(SystemExit, match="There is no revision no-such-revision"):
        unpack_revision("no-such-revision", tmp_path)


def write(path, lines):
    Path(path).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
