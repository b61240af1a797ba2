"""Classes whose day has come are deleted with everything that was written in them."""

from __future__ import annotations

import logging
from datetime import datetime

from webapp import store
from webapp.db import Database

logger = logging.getLogger(__name__)


def delete_due_classes(database: Database, now: datetime) -> int:
    """Delete the classes whose day has come, with everything that was written in them; says how many."""
    with database.reading() as connection:
        if not store.classes.list_due(connection, now.date()):
            return 0
    with database.writing() as connection:
        due = store.classes.list_due(connection, now.date())
        for class_id in due:
            store.classes.delete_class(connection, class_id)
    database.forget()
    logger.info("%d classes deleted, whose day had come", len(due))
    return len(due)
