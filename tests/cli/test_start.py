"""What is imported when: the command and the package start without what they may not need."""

import subprocess
import sys

import pytest

from copytrail.cli import ENGINE_VERBS, build_parser

HEAVY = ("copytrail.model", "copytrail.pipeline", "flask", "sqlalchemy", "lxml", "rapidfuzz", "importlib.resources")


def list_imported(statement):
    """Which of the heavy modules a new Python has after a statement."""
    code = (
        f"import sys\ntry:\n    {statement}\nexcept SystemExit:\n    pass\nprint(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(HEAVY) & set(done.stderr.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import copytrail",
        "from webapp import commands; commands.main(['--help'])",
        "from webapp import commands; commands.main(['--version'])",
    ],
    ids=["package", "help", "version"],
)
def test_start_imports_nothing_heavy(statement):
    assert list_imported(statement) == set()


def test_reading_a_file_needs_no_web(tmp_path):
    (tmp_path / "story.txt").write_text("The bridge opened on Monday.", encoding="utf-8")

    imported = list_imported(f"from webapp import commands; commands.main(['read', {str(tmp_path / 'story.txt')!r}])")

    assert imported.isdisjoint({"flask", "sqlalchemy"})


@pytest.mark.parametrize("words", [("case", "list"), ("user", "list"), ("backup", "FILE"), ("delete-due",)])
def test_stored_things_are_kept_without_flask(words, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYTRAIL_DATA", str(tmp_path))
    monkeypatch.delenv("COPYTRAIL_DATABASE", raising=False)
    words = [str(tmp_path / "all.zip") if word == "FILE" else word for word in words]

    imported = list_imported(f"from webapp import commands; commands.main({words!r})")

    assert "sqlalchemy" in imported
    assert "flask" not in imported


def test_compare_stays_a_verb_after_its_first_run():
    import copytrail

    one = copytrail.read_plain("The bridge opened on Monday.")
    copytrail.compare(one, one)

    assert copytrail.compare(one, one).matches


def test_every_name_of_the_package_is_there():
    import copytrail

    assert [name for name in copytrail.__all__ if not hasattr(copytrail, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        copytrail.nonsense  # noqa: B018 - asking is the test


def test_only_the_verb_asked_for_gets_its_arguments(capsys):
    parser = build_parser(ENGINE_VERBS, asked=("read",))

    assert parser.parse_args(["read", "story.txt"]).file == "story.txt"
    with pytest.raises(SystemExit):
        parser.parse_args(["compare", "release.txt", "story.txt"])
    assert "unrecognized arguments: release.txt story.txt" in capsys.readouterr().err
