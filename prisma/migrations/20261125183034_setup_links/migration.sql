-- AlterTable
ALTER TABLE "connection_contact" ADD COLUMN     "sightings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "connection_token" ADD COLUMN     "revoked_for" TEXT,
ADD COLUMN     "warned_days" INTEGER;

-- AlterTable
ALTER TABLE "scim_request" ADD COLUMN     "refusal" JSONB;

-- CreateTable
CREATE TABLE "setup_link" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID,
    "may_create" BOOLEAN NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "identity_provider" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "emailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link_use" (
    "id" UUID NOT NULL,
    "setup_link_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "remote_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setup_link_use_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_token_hash_key" ON "setup_link"("token_hash");

-- CreateIndex
CREATE INDEX "setup_link_organization_id_created_at_idx" ON "setup_link"("organization_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "setup_link_connection_id_idx" ON "setup_link"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_use_secret_hash_key" ON "setup_link_use"("secret_hash");

-- CreateIndex
CREATE INDEX "setup_link_use_setup_link_id_created_at_idx" ON "setup_link_use"("setup_link_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "setup_link" ADD CONSTRAINT "setup_link_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setup_link" ADD CONSTRAINT "setup_link_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setup_link_use" ADD CONSTRAINT "setup_link_use_setup_link_id_fkey" FOREIGN KEY ("setup_link_id") REFERENCES "setup_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
