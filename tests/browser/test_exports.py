"""Every format, chosen on the page and saved by the browser, then opened by other programs than wrote it."""

from __future__ import annotations

import pytest

from copytrail.export import FORMATS
from tests.export.opened import read_text

pytestmark = pytest.mark.browser
TITLE = "Press release on the UK–Iraq returns agreement"


def test_every_format_is_saved_from_the_page(reader, tmp_path):
    case = reader.open_example()
    reader.page.goto(f"{case}/articles/1/export")

    for name, form in FORMATS.items():
        reader.page.locator(f"#format-{name}").check()
        with reader.page.expect_download(timeout=60_000) as waiting:
            reader.page.get_by_role("button", name="Export", exact=True).click()
        saved = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(saved)
        assert saved.suffix == form.suffix
        assert TITLE in " ".join(read_text(name, saved.read_bytes()).split())
