-- The display name as filters compare it, as a column: an index on it alone answers how many there are whose name begins with "Ann".
DROP INDEX "registration_display_name";
ALTER TABLE "registration" ADD COLUMN "display_name_key" TEXT COLLATE "C"
  GENERATED ALWAYS AS (CASE WHEN jsonb_typeof("attributes" -> 'displayName') = 'string' THEN left(lower("attributes" ->> 'displayName'), 100) END) STORED;
CREATE INDEX "registration_connection_id_display_name_key_idx" ON "registration" ("connection_id", "display_name_key");
