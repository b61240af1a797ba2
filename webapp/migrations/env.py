"""How Alembic runs here: on the connection that `Database.upgrade` gives it, in its transaction."""

from alembic import context

from webapp.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
