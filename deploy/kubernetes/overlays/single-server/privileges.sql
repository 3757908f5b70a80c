-- Gives the roles what precedes the first migration. Run it once in each new database, as its owner or as a superuser.
\set ON_ERROR_STOP on
BEGIN;
SELECT format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO taskstore_owner, taskstore_application, taskstore_backup', current_database()) \gexec
REVOKE CREATE ON SCHEMA public FROM PUBLIC, taskstore_application;
GRANT USAGE, CREATE ON SCHEMA public TO taskstore_owner;
GRANT USAGE ON SCHEMA public TO taskstore_application, taskstore_backup;
COMMIT;
