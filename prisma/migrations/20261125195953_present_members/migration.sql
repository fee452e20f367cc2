-- How many members there are who are not deleted is told by this index alone. It names no status: see flat_growth.
CREATE INDEX "member_present" ON "member" ("organization_id", "created_at", "id") WHERE "deleted_at" IS NULL;
