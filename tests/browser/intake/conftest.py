"""A site of this machine, a Copytrail that may open its pages, and files to choose."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.browser.made_files import ARABIC, HOSTILE, make_page, make_pdf, make_word, make_zip
from tests.webapp.fetching.sites import Site, by_path, say
from webapp import create_app
from webapp.serving import open_server
from webapp.settings import read_settings


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A site of this machine with one article, a page that is gone, and a page behind a door."""
    site = Site(by_path(bridge=say(make_page()), closed=say(b"", status="403 Forbidden")))
    yield site
    site.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory, site) -> Iterator[str]:
    """The address of a running application that may open the pages of the site."""
    folder = tmp_path_factory.mktemp("intake")
    settings = {"COPYTRAIL_DATA": str(folder), "COPYTRAIL_FETCH_ALLOW": f"127.0.0.1:{site.port}"}
    server = open_server(create_app(read_settings(settings)), host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address
    server.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("files")
    word = make_word(folder / "article.docx")
    (folder / "page.html").write_bytes(make_page())
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "arabic.txt").write_text(ARABIC, encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"This is no Word document.\x00\x01")
    made = {"word": word, "pdf": make_pdf(folder / "article.pdf"), "zip": make_zip(folder / "both.zip", word)}
    return made | {path.stem: path for path in folder.iterdir() if path.stem not in {"article", "both"}}
