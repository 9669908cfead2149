"""A notitie as values: kept, compared, updated, and the references in it. Its shape is `app/domain/structuur.py`."""
