-- A page far behind is found by one walk along the index of its order: what a search asks of a person, and who a registration is, are read from an index too.
-- Three indexes become three that hold more; none is added.
DROP INDEX "member_organization_id_name";
CREATE INDEX "member_organization_id_name" ON "member" ("organization_id", lower("name"), "id") INCLUDE ("name", "email_key", "external_id") WHERE "deleted_at" IS NULL;
DROP INDEX "member_organization_id_email_key_idx";
CREATE INDEX "member_organization_id_email_key_id_deleted_at_idx" ON "member"("organization_id", "email_key", "id", "deleted_at");

-- Again the youngest one of its table, because foreign keys look it up.
ALTER TABLE "group_membership" DROP CONSTRAINT "group_membership_connection_id_registration_id_fkey";
DROP INDEX "registration_id_connection_id_key";
CREATE UNIQUE INDEX "registration_id_connection_id_key" ON "registration" ("id", "connection_id") INCLUDE ("member_id");
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_connection_id_registration_id_fkey" FOREIGN KEY ("connection_id", "registration_id") REFERENCES "registration"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
