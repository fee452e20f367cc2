-- Sign-in: counted attempts, and what an invitation's link proves.

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "emailed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proves_email" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- One open invitation a member.
CREATE UNIQUE INDEX "invitation_open_member" ON "invitation" ("member_id") WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
