"""A CSV file as records, whatever its encoding and signs."""
