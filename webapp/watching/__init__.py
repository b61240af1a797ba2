"""How the server fares: whether it is ready, and counts and times without any content."""

from webapp.watching.health import Health, find_health
from webapp.watching.measures import Measures

__all__ = ["Health", "Measures", "find_health"]
