"""What was removed is kept whole, and comes back on its place."""
