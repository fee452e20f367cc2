-- How many people a connection has, kept as it changes: counting 100 000 rows for each page of a list costs more than the page. Each database session
-- counts in one of sixteen rows, so that writers do not wait for each other.
CREATE TABLE "registration_count" (
    "connection_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "people" BIGINT NOT NULL,

    CONSTRAINT "registration_count_pkey" PRIMARY KEY ("connection_id","slot")
) WITH (fillfactor = 50);

INSERT INTO "registration_count" ("connection_id", "slot", "people") SELECT "connection_id", 0, count(*) FROM "registration" GROUP BY "connection_id";

CREATE FUNCTION count_registrations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO registration_count AS c (connection_id, slot, people)
  SELECT connection_id, pg_backend_pid() % 16, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END FROM turned GROUP BY connection_id ORDER BY connection_id
  ON CONFLICT (connection_id, slot) DO UPDATE SET people = c.people + excluded.people;
  RETURN NULL;
END
$$;

CREATE TRIGGER registration_counts_new AFTER INSERT ON registration REFERENCING NEW TABLE AS turned FOR EACH STATEMENT EXECUTE FUNCTION count_registrations();
CREATE TRIGGER registration_counts_gone AFTER DELETE ON registration REFERENCING OLD TABLE AS turned FOR EACH STATEMENT EXECUTE FUNCTION count_registrations();

-- Filters that identity providers send all day. E-mail addresses and names are compared in lower case.
CREATE INDEX "registration_connection_id_updated_at_idx" ON "registration" ("connection_id", "updated_at");
CREATE INDEX "registration_emails" ON "registration" USING gin ((lower(("attributes" -> 'emails')::text)::jsonb) jsonb_path_ops);
CREATE INDEX "registration_display_name" ON "registration" ("connection_id", (left(lower("attributes" ->> 'displayName'), 100) COLLATE "C"));

-- A member who is activated or deactivated keeps their place in every index (a HOT update): no index may name the status.
DROP INDEX "member_organization_id_status_created_at_id_idx";
DROP INDEX "member_direct_email";
CREATE UNIQUE INDEX "member_direct_email" ON "member" ("organization_id", "email_key") WHERE "origin" = 'direct' AND "deleted_at" IS NULL;
