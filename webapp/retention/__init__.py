"""Retention: the day on which a case is deleted, and the deleting of those whose day has come."""

from webapp.retention.days import BadDay, read_day
from webapp.retention.deleting import Deleting, keep_deleting

__all__ = ["BadDay", "Deleting", "keep_deleting", "read_day"]
