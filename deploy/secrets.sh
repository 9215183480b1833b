#!/bin/sh
# Makes deploy/secrets/ with new random passwords, once; what is there stays. The folder is never committed.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# Readable by the containers' own users; the folder itself is closed to others.
chmod 700 secrets
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
make() { [ -s "secrets/$1" ] || printf '%s\n' "$2" >"secrets/$1"; chmod 444 "secrets/$1"; }

for name in postgres_password owner_password app_password operator_password metrics_token; do
  make "$name" "$(random)"
done
make database_url "postgres://sunbeon_app:$(cat secrets/app_password)@database/sunbeon"
make database_owner_url "postgres://sunbeon_owner:$(cat secrets/owner_password)@database/sunbeon"
make master_keys "$(date +%Y-%m-%d):$(head -c 32 /dev/urandom | base64)"
# SMTP_URL='smtps://user:password@host' sh secrets.sh; without it e-mails become files in the volume `data`.
make smtp_url "${SMTP_URL:-none}"
make redis_password "$(random)"
make redis_url "redis://:$(cat secrets/redis_password)@redis:6379"
make redis.conf "requirepass $(cat secrets/redis_password)"
echo "secrets/ is ready; the operator's password is in secrets/operator_password"
