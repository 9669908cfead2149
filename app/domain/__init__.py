"""The knowledge of the field as pure functions: no database, no Flask, no files."""
