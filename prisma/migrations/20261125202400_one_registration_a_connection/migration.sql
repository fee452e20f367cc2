-- A member is one person of a connection, also when two calls match them at once.
-- DropIndex
DROP INDEX "registration_member_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "registration_member_id_connection_id_key" ON "registration"("member_id", "connection_id");
