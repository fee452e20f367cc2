-- AlterTable
ALTER TABLE "member" ADD COLUMN     "role_version" INTEGER NOT NULL DEFAULT 0;
