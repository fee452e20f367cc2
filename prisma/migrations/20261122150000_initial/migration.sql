
-- CreateEnum
CREATE TYPE "organization_status" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "member_status" AS ENUM ('invited', 'active', 'deactivated', 'deleted');

-- CreateEnum
CREATE TYPE "member_origin" AS ENUM ('direct', 'scim');

-- CreateEnum
CREATE TYPE "connection_status" AS ENUM ('active', 'paused', 'deleted');

-- CreateEnum
CREATE TYPE "token_slot" AS ENUM ('current', 'next');

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "external_id" TEXT,
    "logo_url" TEXT,
    "brand_color" TEXT,
    "status" "organization_status" NOT NULL DEFAULT 'active',
    "trusted_metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "password_hash" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "operator" BOOLEAN NOT NULL DEFAULT false,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID,
    "origin" "member_origin" NOT NULL DEFAULT 'direct',
    "status" "member_status" NOT NULL DEFAULT 'active',
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "external_id" TEXT,
    "trusted_metadata" JSONB NOT NULL DEFAULT '{}',
    "untrusted_metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "identity_provider" TEXT NOT NULL,
    "status" "connection_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "token_copied_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_contact" (
    "connection_id" UUID NOT NULL,
    "first_contact_at" TIMESTAMPTZ(3),
    "last_contact_at" TIMESTAMPTZ(3),
    "credential_test_at" TIMESTAMPTZ(3),
    "first_user_at" TIMESTAMPTZ(3),
    "first_update_at" TIMESTAMPTZ(3),
    "first_group_at" TIMESTAMPTZ(3),
    "first_membership_at" TIMESTAMPTZ(3),
    "first_deactivation_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "request_count" BIGINT NOT NULL DEFAULT 0,
    "failure_count" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "connection_contact_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "connection_token" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "slot" "token_slot" NOT NULL,
    "hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "call_count" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "connection_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "user_name_key" TEXT NOT NULL,
    "external_id" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "attributes" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idp_group" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "display_name_key" TEXT NOT NULL,
    "external_id" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idp_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "group_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("group_id","registration_id")
);

-- CreateTable
CREATE TABLE "group_nesting" (
    "group_id" UUID NOT NULL,
    "child_group_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_nesting_pkey" PRIMARY KEY ("group_id","child_group_id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "role_id" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "permissions" JSONB NOT NULL DEFAULT '[]',
    "reserved" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_mapping" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "group_id" UUID,
    "group_name" TEXT NOT NULL,
    "group_name_key" TEXT NOT NULL,
    "role_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "member_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("member_id","role_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID,
    "type" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "member_id" UUID,
    "payload" JSONB NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scim_request" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "connection_id" UUID,
    "token_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "resource_id" UUID,
    "status" INTEGER NOT NULL,
    "scim_type" TEXT,
    "detail" TEXT,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "request_headers" JSONB NOT NULL DEFAULT '{}',
    "request_body" TEXT,
    "response_body" TEXT,
    "quirks" JSONB NOT NULL DEFAULT '[]',
    "remote_address" TEXT,

    CONSTRAINT "scim_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "remote_address" TEXT,
    "action" TEXT NOT NULL,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "target_label" TEXT NOT NULL DEFAULT '',
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_credential" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "secret_hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_credential_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organization_external_id_key" ON "organization"("external_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_account_user_id_idx" ON "user_account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organization_id_idx" ON "invitation"("organization_id");

-- CreateIndex
CREATE INDEX "invitation_member_id_idx" ON "invitation"("member_id");

-- CreateIndex
CREATE INDEX "member_organization_id_status_created_at_id_idx" ON "member"("organization_id", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "member_organization_id_created_at_id_idx" ON "member"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "member_organization_id_email_key_idx" ON "member"("organization_id", "email_key");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_external_id_key" ON "member"("organization_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_organization_id_id_key" ON "connection"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_token_hash_key" ON "connection_token"("hash");

-- CreateIndex
CREATE INDEX "connection_token_connection_id_idx" ON "connection_token"("connection_id");

-- CreateIndex
CREATE INDEX "registration_connection_id_position_idx" ON "registration"("connection_id", "position");

-- CreateIndex
CREATE INDEX "registration_connection_id_external_id_idx" ON "registration"("connection_id", "external_id");

-- CreateIndex
CREATE INDEX "registration_member_id_idx" ON "registration"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_connection_id_user_name_key_key" ON "registration"("connection_id", "user_name_key");

-- CreateIndex
CREATE UNIQUE INDEX "registration_connection_id_id_key" ON "registration"("connection_id", "id");

-- CreateIndex
CREATE INDEX "idp_group_connection_id_position_idx" ON "idp_group"("connection_id", "position");

-- CreateIndex
CREATE INDEX "idp_group_connection_id_external_id_idx" ON "idp_group"("connection_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "idp_group_connection_id_display_name_key_key" ON "idp_group"("connection_id", "display_name_key");

-- CreateIndex
CREATE UNIQUE INDEX "idp_group_connection_id_id_key" ON "idp_group"("connection_id", "id");

-- CreateIndex
CREATE INDEX "group_membership_registration_id_idx" ON "group_membership"("registration_id");

-- CreateIndex
CREATE INDEX "group_nesting_child_group_id_idx" ON "group_nesting"("child_group_id");

-- CreateIndex
CREATE INDEX "role_mapping_group_id_idx" ON "role_mapping"("group_id");

-- CreateIndex
CREATE INDEX "role_mapping_connection_id_group_name_key_idx" ON "role_mapping"("connection_id", "group_name_key");

-- CreateIndex
CREATE INDEX "role_mapping_role_id_idx" ON "role_mapping"("role_id");

-- CreateIndex
CREATE INDEX "role_assignment_role_id_idx" ON "role_assignment"("role_id");

-- CreateIndex
CREATE INDEX "event_organization_id_position_idx" ON "event"("organization_id", "position");

-- CreateIndex
CREATE INDEX "event_object_id_position_idx" ON "event"("object_id", "position");

-- CreateIndex
CREATE INDEX "event_member_id_position_idx" ON "event"("member_id", "position");

-- CreateIndex
CREATE INDEX "scim_request_connection_id_received_at_id_idx" ON "scim_request"("connection_id", "received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "scim_request_organization_id_received_at_id_idx" ON "scim_request"("organization_id", "received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "scim_request_resource_id_received_at_idx" ON "scim_request"("resource_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_organization_id_at_id_idx" ON "audit_entry"("organization_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_entry_target_id_at_idx" ON "audit_entry"("target_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_credential_secret_hash_key" ON "api_credential"("secret_hash");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_contact" ADD CONSTRAINT "connection_contact_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_token" ADD CONSTRAINT "connection_token_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idp_group" ADD CONSTRAINT "idp_group_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_connection_id_group_id_fkey" FOREIGN KEY ("connection_id", "group_id") REFERENCES "idp_group"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_connection_id_registration_id_fkey" FOREIGN KEY ("connection_id", "registration_id") REFERENCES "registration"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_nesting" ADD CONSTRAINT "group_nesting_connection_id_group_id_fkey" FOREIGN KEY ("connection_id", "group_id") REFERENCES "idp_group"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_nesting" ADD CONSTRAINT "group_nesting_connection_id_child_group_id_fkey" FOREIGN KEY ("connection_id", "child_group_id") REFERENCES "idp_group"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_mapping" ADD CONSTRAINT "role_mapping_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_mapping" ADD CONSTRAINT "role_mapping_connection_id_group_id_fkey" FOREIGN KEY ("connection_id", "group_id") REFERENCES "idp_group"("connection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_mapping" ADD CONSTRAINT "role_mapping_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One live token a slot.
CREATE UNIQUE INDEX "connection_token_live_slot" ON "connection_token" ("connection_id", "slot") WHERE "revoked_at" IS NULL;
ALTER TABLE "connection_token" ADD CONSTRAINT "connection_token_hash_is_sha256" CHECK (octet_length("hash") = 32);

-- E-mail is unique among people that were added by hand; two IdPs may know one e-mail.
CREATE UNIQUE INDEX "member_direct_email" ON "member" ("organization_id", "email_key") WHERE "origin" = 'direct' AND "status" <> 'deleted';
ALTER TABLE "member" ADD CONSTRAINT "member_deleted_at_matches_status" CHECK (("status" = 'deleted') = ("deleted_at" IS NOT NULL));

-- E-mail addresses of users are stored in lower case.
ALTER TABLE "user" ADD CONSTRAINT "user_email_is_lower_case" CHECK ("email" = lower("email"));

-- A role id is unique in the catalogue and in each organization.
CREATE UNIQUE INDEX "role_name" ON "role" ("organization_id", "role_id") NULLS NOT DISTINCT;

-- A mapping is unique by group once the group is known, by name until then.
CREATE UNIQUE INDEX "role_mapping_group_role" ON "role_mapping" ("group_id", "role_id") WHERE "group_id" IS NOT NULL;
CREATE UNIQUE INDEX "role_mapping_name_role" ON "role_mapping" ("connection_id", "group_name_key", "role_id") WHERE "group_id" IS NULL;

ALTER TABLE "group_nesting" ADD CONSTRAINT "group_nesting_not_itself" CHECK ("group_id" <> "child_group_id");

-- Reserved roles exist from the start.
INSERT INTO "role" ("id", "role_id", "description", "permissions", "reserved", "updated_at") VALUES
  ('00000000-0000-7000-8000-000000000001', 'org_admin', 'Manages this organization: connections, role mappings, members and settings.', '[{"resource_id":"*","actions":["*"]}]', true, now()),
  ('00000000-0000-7000-8000-000000000002', 'org_member', 'Everyone in the organization.', '[]', true, now());
