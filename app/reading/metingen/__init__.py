"""A file with figures becomes metingen and faults."""
