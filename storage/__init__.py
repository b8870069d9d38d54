"""What is kept: tables, transactions and migrations, on SQLite or PostgreSQL."""
