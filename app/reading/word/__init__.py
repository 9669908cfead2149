"""A Word file as paragraphs and tables, as its reader sees them."""
