"""Puts templates, static files and the bundled case inside the packages of a wheel.

A hook and not `force-include`, because that would also copy them on an editable install, where they
are read from the checkout and a copy would go stale.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACES = {
    "seeds": "copytrail/seeds",
    "static": "webapp/static",
    "templates": "webapp/templates",
    # The engine writes its HTML export without the web application, so it has its own copy.
    "static/css": "copytrail/static/css",
    "templates/export": "copytrail/templates/export",
}


class PackageData(BuildHookInterface):
    """Adds the folders of the checkout that belong to the packages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add them, unless the install is editable."""
        if version != "editable":
            build_data["force_include"].update(PLACES)
