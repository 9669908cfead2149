"""Acts on a notitie and what is in it: one act per file."""
