"""`copytrail batch`."""

import json
import os
import sys

import pytest

from copytrail.cli import main
from copytrail.codec import comparison_to_data
from copytrail.intake.from_plain import read_plain
from copytrail.pairs import FIELDS
from copytrail.pipeline import compare

RELEASE = "The bridge was opened by the minister on Monday."
STORY = "The bridge was opened by the minister on Monday. It rained."


def pair(identity, original=RELEASE, derivative=STORY):
    return json.dumps({"id": identity, "original": original, "derivative": derivative})


def run(folder, lines, *arguments):
    (folder / "pairs.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return main(["batch", str(folder / "pairs.jsonl"), "-o", str(folder / "results.jsonl"), *arguments])


def read_results(folder):
    return [json.loads(line) for line in (folder / "results.jsonl").read_bytes().splitlines()]


def test_each_pair_gives_its_comparison(tmp_path):
    assert run(tmp_path, [pair("a"), pair(2)]) == 0

    results = read_results(tmp_path)
    assert [result["id"] for result in results] == ["a", 2]
    assert results[0]["matches"][0]["label"] == "copied"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Line 2 is not JSON."),
        ("[]", 'Line 2 is not an object with "id", "original" and "derivative".'),
        ('{"original": "x"}', 'Line 2 has no "id" that is a text or a number.'),
        ('{"id": "bad"}', '"original" is neither a text nor an object with "text", "html" or "path".'),
        (pair("bad", original="  "), "There is no text to compare."),
        (pair("bad", original={"html": "<nav>"}), "There is no text to compare."),
        (pair("bad", original={"path": "absent.txt"}), "The file cannot be opened (No such file or directory)."),
        (pair("bad", original={"path": "x\0.txt"}), "The file cannot be opened (embedded null byte)."),
        (pair("bad", original={"path": "x.pdf"}), "The name says that this is a PDF, but its contents are something"),
        (pair("bad", original={}), '"original" has neither "text" nor "html" nor "path".'),
    ],
)
def test_bad_line_never_stops_the_run(tmp_path, line, message):
    (tmp_path / "x.pdf").write_text(STORY, encoding="utf-8")

    assert run(tmp_path, [pair("a"), line, pair("c")]) == 1

    results = read_results(tmp_path)
    assert [result["id"] for result in results][::2] == ["a", "c"]
    assert results[1]["error"].startswith(message)
    assert set(results[1]) == {"id", "error"}


def test_line_that_is_not_utf8_is_named(tmp_path):
    (tmp_path / "pairs.jsonl").write_bytes(b'{"id": "\xff"}\n')

    code = main(["batch", str(tmp_path / "pairs.jsonl"), "-o", str(tmp_path / "results.jsonl")])

    assert code == 1
    assert read_results(tmp_path) == [{"id": None, "error": "Line 1 is not UTF-8 (at its byte 9)."}]


def test_fault_of_ours_is_one_error_line(tmp_path, monkeypatch):
    def fail(*_documents):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("copytrail.pairs.compare", fail)

    assert run(tmp_path, [pair("a")]) == 1
    assert read_results(tmp_path)[0]["error"] == "Copytrail failed on this pair (ZeroDivisionError: by zero)."


def test_objects_carry_titles_and_paths(tmp_path):
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    line = pair("a", {"path": "release.txt", "publisher": "GOV.UK"}, {"text": STORY, "title": "Story", "url": "x:y"})

    assert run(tmp_path, [line]) == 0

    (result,) = read_results(tmp_path)
    assert (result["original"]["title"], result["original"]["publisher"]) == ("release.txt", "GOV.UK")
    assert (result["derivative"]["title"], result["derivative"]["url"]) == ("Story", "x:y")


def test_stopped_run_goes_on_where_it_stopped(tmp_path, capsys):
    lines = [pair("a"), "{", pair("c"), pair("a")]
    run(tmp_path, lines)
    whole = (tmp_path / "results.jsonl").read_bytes()

    for length in range(0, len(whole), 97):
        (tmp_path / "results.jsonl").write_bytes(whole[:length])
        assert run(tmp_path, lines) == 1
        assert (tmp_path / "results.jsonl").read_bytes() == whole


def test_finished_run_writes_nothing_more(tmp_path, capsys):
    run(tmp_path, [pair("a")])
    before = (tmp_path / "results.jsonl").read_bytes()

    assert run(tmp_path, [pair("a")]) == 0

    assert (tmp_path / "results.jsonl").read_bytes() == before
    assert "1 of 1 pairs have their result already." in capsys.readouterr().err


def test_results_of_another_version_are_refused(tmp_path, capsys):
    (tmp_path / "results.jsonl").write_text('{"id": "z", "schema": "s", "engine": "0.0.1"}\n', encoding="utf-8")

    assert run(tmp_path, [pair("a")]) == 2

    assert "made with another version or other fields" in capsys.readouterr().err


def test_processes_give_the_same_bytes(tmp_path):
    lines = [pair(number, derivative=f"{STORY} Day {number}.") for number in range(30)]
    run(tmp_path, lines)
    alone = (tmp_path / "results.jsonl").read_bytes()
    (tmp_path / "results.jsonl").unlink()

    assert run(tmp_path, lines, "--jobs", "2") == 0

    assert (tmp_path / "results.jsonl").read_bytes() == alone


@pytest.mark.skipif(sys.platform != "linux" or sys.version_info >= (3, 14), reason="needs processes that are forked")
def test_ended_process_is_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("copytrail.pairs.compare", lambda *_documents: os._exit(1))

    assert run(tmp_path, [pair("a"), pair("b")], "--jobs", "2") == 2

    assert "start again to go on, with fewer --jobs" in capsys.readouterr().err


def test_fields_keep_schema_and_id(tmp_path):
    assert run(tmp_path, [pair("a")], "--fields", "blocks,summary") == 0

    assert set(read_results(tmp_path)[0]) == {"id", "schema", "blocks", "summary"}


def test_fields_alone_are_as_in_the_whole(tmp_path):
    (tmp_path / "some").mkdir()
    run(tmp_path, [pair("a")])
    (whole,) = read_results(tmp_path)

    run(tmp_path / "some", [pair("a")], "--fields", "matches,blocks,passages,sentences,summary")

    (part,) = read_results(tmp_path / "some")
    assert part == {name: whole[name] for name in part}


def test_fields_are_those_of_the_result():
    document = read_plain(RELEASE)

    assert {"schema", *FIELDS} == set(comparison_to_data(compare(document, document)))


@pytest.mark.parametrize("arguments", [["--fields", "nonsense"], ["--jobs", "0"], ["--jobs", "many"]])
def test_bad_options_are_bad_use(tmp_path, arguments):
    with pytest.raises(SystemExit) as stopped:
        run(tmp_path, [pair("a")], *arguments)

    assert stopped.value.code == 2


def test_results_never_overwrite_the_pairs(tmp_path):
    (tmp_path / "pairs.jsonl").write_text(pair("a") + "\n", encoding="utf-8")

    assert main(["batch", str(tmp_path / "pairs.jsonl"), "-o", str(tmp_path / "pairs.jsonl")]) == 2
    assert (tmp_path / "pairs.jsonl").read_text(encoding="utf-8") == pair("a") + "\n"


def test_end_is_one_line_on_standard_error(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("copytrail.cli.batch._SECONDS_BETWEEN_LINES", 0)
    run(tmp_path, [pair("a"), "{", pair("c")])

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "3 of 3 pairs done, 1 failed.\n"


def test_progress_that_is_asked_for_stands_in_lines(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("copytrail.cli.batch._SECONDS_BETWEEN_LINES", 0)
    run(tmp_path, ["{", pair("b"), pair("c")], "--progress")

    said = capsys.readouterr().err
    assert said.splitlines() == [f"{done} of 3 pairs done, 1 failed." for done in (1, 2, 3)]


def test_terminal_shows_a_bar_and_the_end(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    run(tmp_path, [pair("a"), "{"])

    said = capsys.readouterr().err
    assert "[############............] 1 of 2 pairs done" in said
    assert said.rpartition("\r")[2] == "2 of 2 pairs done, 1 failed.\n"
