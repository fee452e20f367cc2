-- The members table sorted by name, a page at a time.
CREATE INDEX "member_organization_id_name" ON "member" ("organization_id", lower("name"), "id");

-- Search by a part of a name, e-mail, userName or external id. pg_trgm is a trusted extension: the owner of a database may create it.
-- Where it is missing or refused, search still works, only slower with very many people.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "member_search" ON "member" USING gin (lower("name") gin_trgm_ops, "email_key" gin_trgm_ops, lower("external_id") gin_trgm_ops);
  CREATE INDEX "registration_search" ON "registration" USING gin ("user_name_key" gin_trgm_ops, lower("external_id") gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'Search works without pg_trgm: %', SQLERRM;
END
$$;
