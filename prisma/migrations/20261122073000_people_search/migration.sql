-- Finds people by any letters of their names, user name or address. The expression stands in lib/contacts/people/queries.ts too.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "Person_letters" ON "Person" USING gin (
  lower("firstName" || ' ' || "lastName" || ' ' || coalesce("displayName", '') || ' ' || "username" || ' ' || "email") gin_trgm_ops
);
