-- Prepares a PostgreSQL server (15 or newer) for Sunbeon. Run once by a superuser; running it again changes nothing.
-- The embedded server of `npm start` is prepared by this same file.
--
--   psql "postgres://postgres@db.example/postgres" -v ON_ERROR_STOP=1 \
--     -v database=sunbeon -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" -f deploy/bootstrap.sql
--
-- Then: DATABASE_OWNER_URL=postgres://sunbeon_owner:…@db.example/sunbeon   changes the schema (migrations)
--       DATABASE_URL=postgres://sunbeon_app:…@db.example/sunbeon           serves; sees one tenant at a time
--
-- Roles: sunbeon_owner owns the tables. sunbeon_app owns nothing and cannot pass row-level security. sunbeon_system
-- cannot log in: it owns the few SECURITY DEFINER functions that look across tenants, which the owner makes for it.

select format('create role sunbeon_owner login password %L nosuperuser nocreatedb nocreaterole nobypassrls', :'owner_password')
  where not exists (select from pg_roles where rolname = 'sunbeon_owner') \gexec
select format('create role sunbeon_app login password %L nosuperuser nocreatedb nocreaterole nobypassrls', :'app_password')
  where not exists (select from pg_roles where rolname = 'sunbeon_app') \gexec
select 'create role sunbeon_system nologin nosuperuser nocreatedb nocreaterole nobypassrls'
  where not exists (select from pg_roles where rolname = 'sunbeon_system') \gexec
grant sunbeon_system to sunbeon_owner;

select format('create database %I owner sunbeon_owner template template0 encoding ''UTF8'' locale_provider icu icu_locale ''ko-KR'' locale ''C.UTF-8''', :'database')
  where not exists (select from pg_database where datname = :'database') \gexec
revoke all on database :"database" from public;
grant connect, temporary on database :"database" to sunbeon_app;
grant connect, temporary, create on database :"database" to sunbeon_owner;

\connect :"database"
alter schema public owner to sunbeon_owner;
revoke all on schema public from public;
grant usage on schema public to sunbeon_app;
alter default privileges for role sunbeon_owner in schema public grant select, insert, update, delete on tables to sunbeon_app;
alter default privileges for role sunbeon_owner in schema public grant usage, select on sequences to sunbeon_app;
