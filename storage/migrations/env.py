"""What Alembic runs its scripts in: the transaction that storage.migrate began."""

from typing import Any, Literal

from alembic import context

from storage.tables import Moment, metadata


def _render(_: str, item: Any, __: Any) -> str | Literal[False]:
    # Scripts stay as they are when our own types change.
    return "sa.DateTime(timezone=True)" if isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite undoes changes of tables too, and changes columns only by making the table anew.
    transactional_ddl=True,
    render_as_batch=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
