-- CreateEnum
CREATE TYPE "token_kind" AS ENUM ('bearer', 'basic', 'oauth_access', 'oauth_refresh');

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "sign_in_methods" TEXT[] DEFAULT ARRAY['bearer']::TEXT[];

-- AlterTable
ALTER TABLE "connection_token" ADD COLUMN     "grant_id" UUID,
ADD COLUMN     "granted_by" TEXT,
ADD COLUMN     "kind" "token_kind" NOT NULL DEFAULT 'bearer',
ADD COLUMN     "user_name" TEXT,
ALTER COLUMN "slot" DROP NOT NULL;

-- CreateTable
CREATE TABLE "connection_client" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "redirect_uris" TEXT[],
    "federation" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_client_secret" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_client_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorization_code" (
    "hash" BYTEA NOT NULL,
    "client_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "scope" TEXT[],
    "approved_by" TEXT NOT NULL,
    "code_challenge" TEXT,
    "code_challenge_method" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "authorization_code_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_client_connection_id_key" ON "connection_client"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_client_secret_hash_key" ON "connection_client_secret"("hash");

-- CreateIndex
CREATE INDEX "connection_client_secret_client_id_idx" ON "connection_client_secret"("client_id");

-- CreateIndex
CREATE INDEX "authorization_code_client_id_idx" ON "authorization_code"("client_id");

-- CreateIndex
CREATE INDEX "connection_token_grant_id_idx" ON "connection_token"("grant_id");

-- AddForeignKey
ALTER TABLE "connection_client" ADD CONSTRAINT "connection_client_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_client_secret" ADD CONSTRAINT "connection_client_secret_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "connection_client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authorization_code" ADD CONSTRAINT "authorization_code_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "connection_client"("id") ON DELETE CASCADE ON UPDATE CASCADE;
