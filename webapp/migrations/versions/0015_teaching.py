"""Lessons, classes that are taught, and what pupils write in them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, each after those that its rows belong to."""
    _make_lessons()
    _make_classes()
    _make_pupils()
    _make_answers()


def _of_class(primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "class_id", sa.String(40), sa.ForeignKey("classes.id", ondelete="CASCADE"), nullable=False, primary_key=primary_key
    )


def _make_lessons() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("changed", sa.String(40), nullable=False),
        sa.Column("owner_id", sa.String(40), nullable=False, server_default=""),
        sa.Column("team_id", sa.String(40), nullable=False, server_default=""),
        sa.Column("visibility", sa.String(20), nullable=False, server_default="private"),
    )
    for name in ("changed", "owner_id", "team_id"):
        op.create_index(f"ix_lessons_{name}", "lessons", [name])


def _make_classes() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("lesson_id", sa.String(40), nullable=False),
        sa.Column("owner_id", sa.String(40), nullable=False, server_default=""),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("code", sa.String(12), unique=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("pace", sa.String(20), nullable=False),
        sa.Column("current", sa.String(40), nullable=False),
        sa.Column("revealed", sa.Text, nullable=False),
        sa.Column("groups", sa.Integer, nullable=False),
        sa.Column("names", sa.Boolean, nullable=False),
        sa.Column("started", sa.String(40), nullable=False),
        sa.Column("delete_on", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    for name in ("lesson_id", "owner_id", "delete_on"):
        op.create_index(f"ix_classes_{name}", "classes", [name])


def _make_pupils() -> None:
    op.create_table(
        "pupils",
        sa.Column("id", sa.String(40), primary_key=True),
        _of_class(),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.String(64), nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("group_number", sa.Integer, nullable=False),
        sa.Column("joined", sa.String(40), nullable=False),
        sa.UniqueConstraint("class_id", "name_key", name="uq_pupils_class_name"),
    )
    op.create_index("ix_pupils_class_id", "pupils", ["class_id"])


def _make_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("pupil_id", sa.String(40), sa.ForeignKey("pupils.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("task_id", sa.String(40), primary_key=True),
        _of_class(),
        sa.Column("choice", sa.String(40), nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("saved", sa.String(40), nullable=False),
    )
    op.create_index("ix_answers_class_id", "answers", ["class_id"])
    op.create_table(
        "class_notes",
        _of_class(primary_key=True),
        sa.Column("task_id", sa.String(40), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
