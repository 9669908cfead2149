"""A notitie becomes its structure, with the place of everything. The way in is `lezen.py`."""
