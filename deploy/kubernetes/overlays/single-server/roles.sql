-- Creates the three roles of a server. Run it once with psql, as a superuser or as a role that may create roles; the image
-- of PostgreSQL runs it when it creates its database. SECRETS names the folder with the passwords.
\set ON_ERROR_STOP on
\set owner_password `cat "${SECRETS:-/run/secrets}/owner/password"`
\set application_password `cat "${SECRETS:-/run/secrets}/application/password"`
\set backup_password `cat "${SECRETS:-/run/secrets}/backup/password"`
BEGIN;
CREATE ROLE taskstore_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE taskstore_application LOGIN PASSWORD :'application_password';
-- BYPASSRLS: a backup contains all rows, also those that policies of row-level security hide.
CREATE ROLE taskstore_backup LOGIN BYPASSRLS PASSWORD :'backup_password' IN ROLE pg_read_all_data;
COMMIT;
