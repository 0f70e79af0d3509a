#!/usr/bin/env bash
# Refreshes .sqlx, the checked form of every query, from a scratch Postgres with all migrations applied.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
scratch=$(mktemp -d /tmp/amanat-sqlx.XXXXXX)
fresh=$(mktemp -d /tmp/amanat-sqlx-fresh.XXXXXX)
# Postgres refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}
if [ "$(id -u)" = 0 ]; then chown postgres "$scratch"; fi
finish() {
    as_postgres "$bin/pg_ctl" stop -D "$scratch/data" -m immediate -s 2>/dev/null || true
    rm -rf "$scratch" "$fresh"
}
trap finish EXIT

as_postgres "$bin/initdb" -D "$scratch/data" -U amanat_owner --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
as_postgres "$bin/pg_ctl" start -D "$scratch/data" -w -s -l "$scratch/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$scratch' -c unix_socket_permissions=0777 -c fsync=off"
as_owner() { as_postgres psql -X -q -v ON_ERROR_STOP=1 -h "$scratch" -U amanat_owner "$@"; }
as_owner -d postgres -c 'CREATE DATABASE amanat' -c 'CREATE ROLE amanat_intake LOGIN' -c 'CREATE ROLE amanat_export LOGIN'
for step in migrations/[0-9]*.sql; do
    as_owner -d amanat -1 <"$step"
done
chmod 0711 "$scratch"

# Only what the compiler meets now: a query that is gone leaves no file behind.
touch src/lib.rs
SQLX_OFFLINE=false SQLX_OFFLINE_DIR="$fresh" DATABASE_URL="postgres://amanat_owner@localhost/amanat?host=$scratch" \
    cargo check --quiet --features intake
ls "$fresh"/query-*.json >/dev/null
mkdir -p .sqlx
rm -f .sqlx/query-*.json
cp "$fresh"/query-*.json .sqlx/
echo "$(ls .sqlx | wc -l) queries in .sqlx; commit them with the change."
