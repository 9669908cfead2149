"""The figures in the sentence of a doel: read, checked, and said back in words."""
