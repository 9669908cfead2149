"""Personal data that may not come in: seen in texts and in tables, never repeated."""
