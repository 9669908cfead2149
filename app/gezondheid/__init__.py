"""Two addresses for what keeps the servers going: is this process alive, and can it do its work."""
