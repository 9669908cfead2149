"""Acts of the RIGG on what the gemeenten of its regio ask."""
