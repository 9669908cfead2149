"""A document of ours that came back changed: recognised, compared, and taken over as far as somebody chose."""
