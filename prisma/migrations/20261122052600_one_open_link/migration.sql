-- On its own, because PostgreSQL lets no transaction use the enum values that it added itself

-- A link of one purpose and person at a time: a new one takes the place of the old one (INV-40)
CREATE UNIQUE INDEX "ActionToken_one_open" ON "ActionToken" ("personId", "purpose")
  WHERE "usedAt" IS NULL AND "revokedAt" IS NULL AND "purpose" IN ('ACTIVATE', 'RESET_PASSWORD', 'FIRST_PASSWORD', 'CHANGE_EMAIL');
