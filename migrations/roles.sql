-- Every database role of Amanat, and everything that each may do. `amanat migrate` runs this file after the
-- migrations, as amanat_owner; it can be run any number of times.
--
--   amanat_owner    owns the tables and migrates. Created before this file runs.
--   amanat_intake   the web server: puts testimonies in and can read none of their bytes back.
--   amanat_export   reads sealed testimonies for an export, and replaces their headers when keys are rotated.
--
-- On a server of your own, create the three roles once, as a superuser, and give them passwords:
--   CREATE ROLE amanat_owner LOGIN; CREATE ROLE amanat_intake LOGIN; CREATE ROLE amanat_export LOGIN;
--   CREATE DATABASE amanat OWNER amanat_owner;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, amanat_intake, amanat_export;

GRANT USAGE ON SCHEMA public TO amanat_intake, amanat_export;

-- A temporary table can stand in front of a real one. An export needs two; the web server needs none.
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO amanat_export', current_database());
END
$$;

-- Both check the schema's version before they work.
GRANT SELECT (version, checksum, success) ON _sqlx_migrations TO amanat_intake, amanat_export;

-- Both follow the signatures of the manifests, which only amanat_owner puts in.
GRANT SELECT ON key_manifest TO amanat_intake, amanat_export;

GRANT INSERT ON testimony, payload_chunk TO amanat_intake;
GRANT EXECUTE ON FUNCTION form_key(text, bytea, text), kept(uuid) TO amanat_intake;

GRANT SELECT ON testimony, payload_chunk TO amanat_export;

-- Rotation touches headers alone: no payload, no id, no week.
GRANT SELECT, INSERT, UPDATE, DELETE ON next_header TO amanat_export;
GRANT UPDATE (header, epoch) ON testimony TO amanat_export;
