-- A look-up must have one index only that can serve it. While a table is new PostgreSQL takes every index that begins with the connection or the organization
-- for equally good, and a prepared statement keeps what it chose first: a first push of everybody read the whole of a wrong index for each person.
DROP INDEX "registration_connection_id_external_id_idx";
CREATE INDEX "registration_external_id" ON "registration" (hashtextextended("external_id", uuid_hash_extended("connection_id", 0))) WHERE "external_id" IS NOT NULL;
CREATE INDEX "member_email_key_idx" ON "member" ("email_key");

-- Nobody who comes by SCIM has these: no entry for who has none.
DROP INDEX "member_organization_id_external_id_key";
CREATE UNIQUE INDEX "member_organization_id_external_id_key" ON "member" ("organization_id", "external_id") WHERE "external_id" IS NOT NULL;
DROP INDEX "member_user_id_idx";
CREATE INDEX "member_user" ON "member" ("user_id") WHERE "user_id" IS NOT NULL;

-- One index for the order of members and for how many there are.
DROP INDEX "member_organization_id_created_at_id_idx";
DROP INDEX "member_present";
CREATE INDEX "member_organization_id_created_at_id_deleted_at_idx" ON "member" ("organization_id", "created_at", "id", "deleted_at");

-- Events about a member are found by their object; this is for those about a group whom somebody joined or left.
DROP INDEX "event_member_id_position_idx";
CREATE INDEX "event_of_group_member" ON "event" ("member_id", "position") WHERE "member_id" <> "object_id";

-- An event gets its numbers later.
DROP INDEX "event_number_key";
CREATE UNIQUE INDEX "event_number_key" ON "event" ("number") WHERE "number" IS NOT NULL;
DROP INDEX "event_organization_id_sequence_key";
CREATE UNIQUE INDEX "event_organization_id_sequence_key" ON "event" ("organization_id", "sequence") WHERE "sequence" IS NOT NULL;

-- These serve only who names their column; one index, the last one below, is for all people of a connection and for their user names.
DROP INDEX "registration_connection_id_display_name_key_idx";
CREATE INDEX "registration_display_name" ON "registration" ("connection_id", "display_name_key") WHERE "display_name_key" IS NOT NULL;
DROP INDEX "registration_connection_id_position_idx";
CREATE INDEX "registration_order" ON "registration" ("connection_id", "position") WHERE "position" IS NOT NULL;
DROP INDEX "registration_connection_id_updated_at_idx";
CREATE INDEX "registration_changes" ON "registration" ("connection_id", "updated_at") WHERE "updated_at" IS NOT NULL;

-- Of several indexes that seem equal PostgreSQL takes the youngest: what foreign keys look up comes last. By id first, so that it is no index of a connection.
CREATE UNIQUE INDEX "registration_user_name" ON "registration" ("connection_id", "user_name_key");
DROP INDEX "registration_connection_id_user_name_key_key";
ALTER INDEX "registration_user_name" RENAME TO "registration_connection_id_user_name_key_key";
ALTER TABLE "group_membership" DROP CONSTRAINT "group_membership_connection_id_registration_id_fkey";
DROP INDEX "registration_connection_id_id_key";
CREATE UNIQUE INDEX "registration_id_connection_id_key" ON "registration" ("id", "connection_id");
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_connection_id_registration_id_fkey" FOREIGN KEY ("connection_id", "registration_id") REFERENCES "registration"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
