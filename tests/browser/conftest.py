"""A real browser in front of a real server on a database of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import ARGUMENTS, MISSING, find_chromium
from tests.browser.navigator import Reader
from webapp import create_app
from webapp.serving import open_server
from webapp.settings import read_settings

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
SCREENSHOTS = Path(__file__).parent / "screenshots"


@pytest.fixture(scope="session")
def browser() -> Iterator:
    path = find_chromium()
    if path is None:
        reason = f"browser tests were not run: {MISSING}"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(reason)
        pytest.skip(reason)
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory) -> Iterator[str]:
    """The address of a running application with an empty database."""
    folder = tmp_path_factory.mktemp("browser")
    server = open_server(create_app(read_settings({"COPYTRAIL_DATA": str(folder)})), host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address
    server.close()


@pytest.fixture
def open_reader(browser, address) -> Iterator:
    """Makes readers; each has a fresh browser profile, and all must have asked our server only."""
    readers: list[Reader] = []

    def make(**options: object) -> Reader:
        options = {"viewport": {"width": 1280, "height": 900}, **options}
        scripts = bool(options.get("java_script_enabled", True))
        readers.append(Reader(browser.new_context(accept_downloads=True, **options), address, scripts=scripts))
        return readers[-1]

    yield make
    for reader in readers:
        reader.context.close()
    strangers = [url for reader in readers for url in reader.requests if not url.startswith((address, "data:"))]
    assert strangers == []
    assert [trouble for reader in readers for trouble in reader.troubles] == []


@pytest.fixture
def reader(open_reader) -> Reader:
    return open_reader()


@pytest.fixture(scope="module")
def screenshots(request) -> Path:
    """The folder of the screenshots of one test file, without those of an earlier run."""
    folder = SCREENSHOTS / request.module.__name__.rpartition(".")[2]
    folder.mkdir(parents=True, exist_ok=True)
    for picture in folder.glob("*.png"):
        picture.unlink()
    return folder
