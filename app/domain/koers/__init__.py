"""Whether a doel is on course, and why, in words that the reader can check."""
