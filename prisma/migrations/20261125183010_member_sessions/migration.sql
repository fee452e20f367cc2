-- CreateEnum
CREATE TYPE "signing_key_state" AS ENUM ('next', 'current', 'retired');

-- CreateEnum
CREATE TYPE "member_claim" AS ENUM ('email', 'external_id');

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "session_minutes" INTEGER;

-- CreateTable
CREATE TABLE "member_session" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_accessed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "factors" JSONB NOT NULL DEFAULT '[]',
    "custom_claims" JSONB NOT NULL DEFAULT '{}',
    "user_agent" TEXT,
    "remote_address" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "member_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "id" UUID NOT NULL,
    "state" "signing_key_state" NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trusted_issuer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "member_claim" "member_claim" NOT NULL,
    "claim_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "trusted_issuer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_session_token_hash_key" ON "member_session"("token_hash");

-- CreateIndex
CREATE INDEX "member_session_member_id_started_at_idx" ON "member_session"("member_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "member_session_expires_at_idx" ON "member_session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "trusted_issuer_issuer_audience_key" ON "trusted_issuer"("issuer", "audience");

-- AddForeignKey
ALTER TABLE "member_session" ADD CONSTRAINT "member_session_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_session" ADD CONSTRAINT "member_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What ends together is found by these; ended sessions are many and in nobody's way.
CREATE INDEX "member_session_live_member" ON "member_session" ("member_id") WHERE "revoked_at" IS NULL;
CREATE INDEX "member_session_live_organization" ON "member_session" ("organization_id") WHERE "revoked_at" IS NULL;

-- One key signs, one is announced.
CREATE UNIQUE INDEX "signing_key_current" ON "signing_key" ("state") WHERE "state" = 'current';
CREATE UNIQUE INDEX "signing_key_next" ON "signing_key" ("state") WHERE "state" = 'next';

ALTER TABLE "organization" ADD CONSTRAINT "organization_session_minutes" CHECK ("session_minutes" BETWEEN 5 AND 527040);

-- Access and sessions end in one transaction, whichever statement takes the access away (decision 21). A trigger also sees a
-- session that another transaction committed while the statement waited for the member's row: a part of that statement would not.
CREATE FUNCTION end_sessions_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE member_session SET revoked_at = now(), revoked_reason = 'member_' || NEW.status
   WHERE member_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER member_ends_sessions AFTER UPDATE OF status ON member FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status <> 'active')
  EXECUTE FUNCTION end_sessions_of_member();

CREATE FUNCTION end_sessions_of_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE member_session SET revoked_at = now(), revoked_reason = 'organization_' || NEW.status
   WHERE organization_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER organization_ends_sessions AFTER UPDATE OF status ON organization FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status <> 'active')
  EXECUTE FUNCTION end_sessions_of_organization();
