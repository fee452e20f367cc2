-- CreateTable
CREATE TABLE "connection_quirk" (
    "connection_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "count" BIGINT NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_request_id" UUID NOT NULL,
    "sample" TEXT,

    CONSTRAINT "connection_quirk_pkey" PRIMARY KEY ("connection_id","code")
);

-- AddForeignKey
ALTER TABLE "connection_quirk" ADD CONSTRAINT "connection_quirk_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
