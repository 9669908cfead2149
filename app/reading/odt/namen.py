"""The names of OpenDocument that its text documents are read with."""

_BASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_BASIS}:office:1.0}}"
TEXT = f"{{{_BASIS}:text:1.0}}"
TABLE = f"{{{_BASIS}:table:1.0}}"
STYLE = f"{{{_BASIS}:style:1.0}}"
FO = f"{{{_BASIS}:xsl-fo-compatible:1.0}}"
DRAW = f"{{{_BASIS}:drawing:1.0}}"
META = f"{{{_BASIS}:meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEESTE_HERHALINGEN = 200
