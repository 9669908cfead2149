"""The demonstration data in seeds/, read strictly. The way in is `lezen.py`."""
