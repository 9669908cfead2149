"""What can be done with beheersmaatregelen and their progress, one file per act."""
