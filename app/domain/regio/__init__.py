"""What the gemeenten of a regio ask the RIGG: the same opdracht put together, counted, answered, followed."""
