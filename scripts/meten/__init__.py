"""Measuring speed: what a page, a file or reading a notitie costs, and how that grows with the region."""
