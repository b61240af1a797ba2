"""Worksheets opened from disk: nothing for axe to complain of, nothing cut on a phone."""

from __future__ import annotations

import pytest

from copytrail.export.worksheet import Sheet, render_html
from copytrail.lesson_files import bundled_lessons
from tests.browser.test_access import list_violations

pytestmark = pytest.mark.browser


def test_worksheets_have_no_axe_violation(open_reader):
    page = open_reader(bypass_csp=True, viewport={"width": 320, "height": 640}).page

    page.set_content(render_html(bundled_lessons()[-1].open(), Sheet.BOTH).decode())

    assert list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
