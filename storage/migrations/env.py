"""What Alembic runs: the revisions, in the transaction that `storage.migration` has opened."""

from alembic import context

from storage import privacy_tables, tables, team_tables  # noqa: F401 - fill the metadata
from storage.columns import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
