-- AlterTable
ALTER TABLE "api_credential" ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY['read', 'write', 'webhooks', 'sessions']::TEXT[];

-- CreateTable
CREATE TABLE "idempotent_call" (
    "caller" TEXT NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" BYTEA,

    CONSTRAINT "idempotent_call_pkey" PRIMARY KEY ("caller","key")
);

-- CreateIndex
CREATE INDEX "idempotent_call_claimed_at_idx" ON "idempotent_call"("claimed_at");
