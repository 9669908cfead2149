"""Acts on indicatoren and their figures."""
