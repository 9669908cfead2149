"""The half-year report: begin, lay out, fill in, and freeze it together with its period."""
