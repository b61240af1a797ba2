"""`copytrail export`: the same files as from the page."""

from __future__ import annotations

import pytest

from copytrail.export import FORMATS


@pytest.mark.parametrize("name", ["json", "html", "csv", "md", "text"])
def test_case_gives_the_bytes_of_its_page(run, case, tmp_path, app, name):
    page = app.test_client().get(f"/cases/{case}/export/{name}?without-names=yes")
    target = tmp_path / f"out{FORMATS[name].suffix}"

    assert run("export", case, "-o", str(target), "--without-names")[0] == 0

    assert target.read_bytes() == page.data


@pytest.mark.parametrize(
    ("name", "chosen"),
    [("csv", {"rows": "sentences"}), ("csv", {"rows": "findings", "bom": "yes"}), ("zip", {"bom": "yes"})],
)
def test_page_command_and_api_agree(run, case, tmp_path, app, name, chosen):
    words = [
        word for key, value in chosen.items() for word in ([f"--{key}"] if value == "yes" else [f"--{key}", value])
    ]
    target = tmp_path / f"out.{name}"

    assert run("export", case, "-o", str(target), *words)[0] == 0
    page = app.test_client().get(f"/cases/{case}/export/{name}", query_string=chosen)
    answer = app.test_client().get(f"/api/v1/cases/{case}/comparisons", query_string={"format": name, **chosen})

    assert target.read_bytes() == page.data == answer.data


def test_one_article_is_exported_alone(run, case):
    code, shown, _ = run("export", case, "--article", "2", "--format", "md")

    assert code == 0
    assert "A band played" in shown
    assert "Residents had waited" not in shown


@pytest.mark.parametrize("name", ["html", "csv", "text"])
def test_saved_comparison_becomes_another_format(run, tmp_path, name):
    run("compare", "release.txt", "story.txt", "other.txt", "-o", "result.json")

    code, again, _ = run("export", "result.json", "--format", name)

    assert code == 0
    assert again == run("compare", "release.txt", "story.txt", "other.txt", "--format", name)[1]


def test_other_json_is_refused_in_a_sentence(run, tmp_path):
    (tmp_path / "other.json").write_text("[1, 2]", encoding="utf-8")

    code, _, complaint = run("export", "other.json")

    assert code == 2
    assert complaint.startswith("copytrail: other.json: The data is not of the schema")


def test_article_that_is_not_there_is_refused(run, case):
    assert run("export", case, "--article", "9")[0] == 2
