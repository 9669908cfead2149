"""A progress report becomes themas, maatregelen and regels. The way in is `lezen.py`."""
