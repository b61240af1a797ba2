"""Who wrote notes and did what was done: the person's id beside the name they had then."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

WRITTEN = ("notes", "note_replies", "acts", "dismissals", "events")
COLUMN = "ALTER TABLE {0} ADD COLUMN person_id VARCHAR(40) REFERENCES people (id) ON DELETE SET NULL"
FILLED = (
    "UPDATE {0} SET person_id = (SELECT max(id) FROM people WHERE people.name = {0}.person)"
    " WHERE (SELECT count(*) FROM people WHERE people.name = {0}.person) = 1"
)


def upgrade() -> None:
    """Add the columns; what was done under a name that one person has is theirs, all else is nobody's."""
    for table in WRITTEN:
        op.execute(COLUMN.format(table))
        op.execute(FILLED.format(table))
        op.create_index(f"ix_{table}_person_id", table, ["person_id"])
