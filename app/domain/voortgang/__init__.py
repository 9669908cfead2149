"""What was reported on beheersmaatregelen in a period, and the life of that period."""
