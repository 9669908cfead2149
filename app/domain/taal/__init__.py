"""Dutch as people write it in notes: figures, dates, number words, lists of letters, and texts that resemble."""
