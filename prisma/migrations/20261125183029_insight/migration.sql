-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "call_bodies_kept" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "call_retention_days" INTEGER;

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "call_bodies_kept" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "connection_contact" ADD COLUMN     "networks" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "round_at" TIMESTAMPTZ(3),
ADD COLUMN     "round_deviation" DOUBLE PRECISION,
ADD COLUMN     "round_seconds" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "request_id" UUID;

-- AlterTable
ALTER TABLE "scim_request" ADD COLUMN     "action" TEXT NOT NULL DEFAULT 'unknown',
ADD COLUMN     "body_state" TEXT NOT NULL DEFAULT 'kept',
ADD COLUMN     "replay_of" UUID,
ADD COLUMN     "replayed_by" TEXT,
ADD COLUMN     "response_headers" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "connection_activity" (
    "connection_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "unauthorized" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "limited" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "durations" INTEGER[],

    CONSTRAINT "connection_activity_pkey" PRIMARY KEY ("connection_id","hour")
);

-- CreateTable
CREATE TABLE "connection_finding" (
    "connection_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "fingerprint" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" TEXT,
    "dismissed_for" TEXT,
    "dismissed_print" TEXT,

    CONSTRAINT "connection_finding_pkey" PRIMARY KEY ("connection_id","code")
);

-- CreateTable
CREATE TABLE "connection_health" (
    "connection_id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "connection_health_pkey" PRIMARY KEY ("connection_id")
);

-- AddForeignKey
ALTER TABLE "connection_activity" ADD CONSTRAINT "connection_activity_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_finding" ADD CONSTRAINT "connection_finding_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_health" ADD CONSTRAINT "connection_health_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a call did: its events. Ids of calls grow with time, so that the index only ever grows at its end.
CREATE INDEX "event_request_id" ON "event" ("request_id") WHERE "request_id" IS NOT NULL;

-- Failures among a million calls.
CREATE INDEX "scim_request_failed" ON "scim_request" ("connection_id", "received_at" DESC, "id") WHERE "status" >= 400;

-- Counters that change with every batch keep room on their page.
ALTER TABLE "connection_activity" SET (fillfactor = 70);

-- The hours that were logged before they were counted.
INSERT INTO "connection_activity" ("connection_id", "hour", "calls", "changes", "unauthorized", "refused", "limited", "failed", "durations")
SELECT c."id", date_trunc('hour', q."received_at"), count(*),
  count(*) FILTER (WHERE q."status" < 400 AND q."method" NOT IN ('GET', 'HEAD')),
  count(*) FILTER (WHERE q."status" = 401),
  count(*) FILTER (WHERE q."status" BETWEEN 400 AND 499 AND q."status" NOT IN (401, 429)),
  count(*) FILTER (WHERE q."status" = 429),
  count(*) FILTER (WHERE q."status" >= 500),
  ARRAY[
    count(*) FILTER (WHERE q."duration_ms" <= 5),
    count(*) FILTER (WHERE q."duration_ms" > 5 AND q."duration_ms" <= 10),
    count(*) FILTER (WHERE q."duration_ms" > 10 AND q."duration_ms" <= 25),
    count(*) FILTER (WHERE q."duration_ms" > 25 AND q."duration_ms" <= 50),
    count(*) FILTER (WHERE q."duration_ms" > 50 AND q."duration_ms" <= 100),
    count(*) FILTER (WHERE q."duration_ms" > 100 AND q."duration_ms" <= 250),
    count(*) FILTER (WHERE q."duration_ms" > 250 AND q."duration_ms" <= 500),
    count(*) FILTER (WHERE q."duration_ms" > 500 AND q."duration_ms" <= 1000),
    count(*) FILTER (WHERE q."duration_ms" > 1000)
  ]::integer[]
FROM "scim_request" q JOIN "connection" c ON c."id" = q."connection_id"
GROUP BY 1, 2;
