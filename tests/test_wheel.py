"""A wheel works from site-packages alone: engine, web application and bundled case."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import urllib.request
import zipfile

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """The wheel, built from the source distribution as a stranger would build it."""
    folder = tmp_path_factory.mktemp("dist")
    build("sdist", root, folder)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as sources:
        sources.extractall(folder / "sources", filter="data")
    (checkout,) = (folder / "sources").iterdir()
    build("wheel", checkout, folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder of packages with the wheel in it."""
    target = tmp_path_factory.mktemp("site")
    command = ["pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run([sys.executable, "-m", *command], check=True)
    return target


@pytest.fixture
def run(installed, tmp_path):
    """Run Python with the installed packages before the checkout's, from a folder of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "PYTHONWARNINGS": "error",
        "COPYTRAIL_DATA": str(tmp_path / "data"),
        "NO_COLOR": "1",
    }

    def start(*arguments, start_process=subprocess.run, **options):
        options = {"cwd": tmp_path, "env": environment, "stdout": subprocess.PIPE, "text": True, **options}
        return start_process([sys.executable, *arguments], **options)

    return start


def build(target, checkout, folder):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)], cwd=checkout, check=True
    )


def fetch(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def test_wheel_holds_pages_and_bundled_case(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert "copytrail/seeds/uk-iraq-returns/original.txt" in names
    assert "copytrail/seeds/uk-iraq-returns/lessons/whose-words.toml" in names
    assert "copytrail/export/pages/worksheet.typ" in names
    assert "copytrail/py.typed" in names
    assert "webapp/templates/base.html" in names
    assert any(name.startswith("webapp/static/vendor/") for name in names)
    assert any(re.fullmatch(r"webapp/migrations/versions/\w+\.py", name) for name in names)
    assert not any(name.startswith(("tests/", "docs/", "bench/", "static/", "templates/")) for name in names)


def test_installed_package_is_the_one_tested(run, installed):
    shown = run("-c", "import copytrail, webapp; print(copytrail.__file__, webapp.__file__)").stdout

    assert shown.split() == [str(installed / "copytrail/__init__.py"), str(installed / "webapp/__init__.py")]


@pytest.mark.parametrize(
    ("form", "sign"), [("text", "[C R1:"), ("json", '"copied"'), ("csv", "copied"), ("html", "<html")]
)
def test_installed_command_compares_two_files(run, tmp_path, form, sign):
    (tmp_path / "release.txt").write_text("The bridge was opened by the minister on Monday.", encoding="utf-8")
    (tmp_path / "story.txt").write_text("The bridge was opened by the minister on Monday.", encoding="utf-8")

    done = run("-m", "webapp.commands", "compare", "release.txt", "story.txt", "--format", form, check=True)

    assert sign in done.stdout


def test_installed_manual_is_found_by_man(run, installed):
    page = (installed / "share/man/man1/copytrail.1").read_text(encoding="utf-8")

    assert page == run("-m", "webapp.commands", "manual", check=True).stdout


def test_installed_engine_needs_no_web(run, tmp_path):
    (tmp_path / "story.txt").write_text("The bridge was opened by the minister on Monday.", encoding="utf-8")
    block = "import sys; sys.modules |= dict.fromkeys(['webapp', 'flask', 'sqlalchemy', 'werkzeug'])"
    call = "from copytrail.cli import main; sys.exit(main(['compare', 'story.txt', 'story.txt', '--format', 'html']))"

    done = run("-c", f"{block}; {call}", check=True)

    assert "<html" in done.stdout


def test_installed_demo_shows_the_bundled_case(run):
    arguments = ("-m", "webapp.commands", "demo", "--no-browser", "--port", "0")
    with run(*arguments, start_process=subprocess.Popen) as process:
        try:
            address = re.search(r"http://\S+", process.stdout.readline())[0]
            page = fetch(address)
            style = re.search(r'href="(/static/[^"]+\.css[^"]*)"', page)[1]

            assert "UK-Iraq Partnership Bolsters Border Security" in page
            assert "{" in fetch(re.match(r"http://[^/]+", address)[0] + style)
            assert '"copytrail.comparison/1"' in fetch(f"{address}/export/json")
        finally:
            process.terminate()
    assert process.returncode == 0
