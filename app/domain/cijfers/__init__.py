"""Indicatoren and their metingen: periods, values, and small counts that may not be shown."""
