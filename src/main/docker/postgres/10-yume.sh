#!/bin/bash
# Run once, by the PostgreSQL image, on an empty volume: Yume's database and the role that owns it and may nothing else, since
# row-level security keeps businesses apart. The superuser loses its password: it gets in only from inside the container.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username postgres --set password="$DATABASE_PASSWORD" <<'SQL'
create role yume login nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
create database yume owner yume;
alter role postgres password null;
SQL
