"""The Flask and SQLAlchemy shell: pages around the engine, and the cases kept between visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webapp.application import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> object:
    """The maker of the application, imported when it is asked for: most commands need no page."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from webapp import application  # noqa: PLC0415 - not before it is needed

    return application.create_app
