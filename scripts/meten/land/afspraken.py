"""What the servers and those who measure them must both know."""

TOEPASSING = "scripts.meten.land.toepassing:app"
QUERIES = "X-Meten-Queries"
VLOER = "/meten/vloer"
VLOERMAP = "DOELSPOOR_METEN_VLOER"
