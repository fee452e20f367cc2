-- The members list in its order by name, read from the index alone: to the place of a page in the middle without a look at the rows before it.
-- PostgreSQL does so only where the column itself is in the index beside the expression. Nothing more is written than before: one index is another.
DROP INDEX "member_organization_id_name";
CREATE INDEX "member_organization_id_name" ON "member" ("organization_id", lower("name"), "id") INCLUDE ("name") WHERE "deleted_at" IS NULL;
