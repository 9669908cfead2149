"""Terug uit Word: what an edited file changes, to accept or to refuse."""
