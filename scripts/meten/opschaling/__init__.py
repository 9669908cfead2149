"""Two servers behind nginx, on a PostgreSQL with a copy: what people notice when one of them stops."""
