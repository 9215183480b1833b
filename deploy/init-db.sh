#!/bin/bash
# First start of the database's container: roles and database, by deploy/bootstrap.sql, with passwords from secrets.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set database=sunbeon \
  --set owner_password="$(cat /run/secrets/owner_password)" --set app_password="$(cat /run/secrets/app_password)" \
  --file /sunbeon/bootstrap.sql
