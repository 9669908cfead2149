-- What the server and the workers need of PostgreSQL, and no more. Run by the owner of the tables:
--   CREATE ROLE doelspoor LOGIN PASSWORD '…';   first, as somebody who may
--   psql -d doelspoor -f deploy/rechten.sql
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO doelspoor;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO doelspoor;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO doelspoor;
-- Tables that a next version makes.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO doelspoor;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO doelspoor;
-- The logboek only grows, and which version the tables are of is for the owner to say.
REVOKE UPDATE, DELETE ON logregel FROM doelspoor;
REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM doelspoor;
