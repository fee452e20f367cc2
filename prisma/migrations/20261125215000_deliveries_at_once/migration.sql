-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "duration_ms" INTEGER,
ADD COLUMN     "response_excerpt" TEXT,
ADD COLUMN     "response_status" INTEGER;

-- CreateTable
CREATE TABLE "dispatch_batch" (
    "id" UUID NOT NULL,
    "first_number" BIGINT NOT NULL,
    "last_number" BIGINT NOT NULL,
    "endpoint_ids" UUID[],
    "lapses_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispatch_batch_pkey" PRIMARY KEY ("id")
);
