"""What goes out, as neutral documents: one file per kind, without knowing any format."""
