-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "schema_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "connection_schema" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "urn" TEXT NOT NULL,
    "urn_key" TEXT NOT NULL,
    "resource_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "attributes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_schema_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_schema_connection_id_urn_key_key" ON "connection_schema"("connection_id", "urn_key");

-- AddForeignKey
ALTER TABLE "connection_schema" ADD CONSTRAINT "connection_schema_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
