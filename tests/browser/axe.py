"""What axe finds on a page, in light and in dark."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""What the colours of a scheme decide; all else is the same page in both."""


def list_violations(page) -> list[str]:
    """Violations as the page stands: every rule in light, and in dark what its colours decide."""
    found = []
    page.emulate_media(reduced_motion="reduce")  # a colour on its way to another is none of the page's
    for scheme, rules in (("light", RULES), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": rules}).response
        for violation in results["violations"]:
            found += [f"{scheme} {violation['id']}: {node['html'][:160]}" for node in violation["nodes"]]
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    return found
