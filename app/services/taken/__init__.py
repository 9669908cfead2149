"""Work in the background: planning it, taking it, finishing it, and the files that wait for it."""
