"""The planning of a beheersmaatregel: its status and the moments it names, read and shown."""
