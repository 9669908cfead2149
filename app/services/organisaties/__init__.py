"""Making and changing an organisatie, and the look of its files."""
