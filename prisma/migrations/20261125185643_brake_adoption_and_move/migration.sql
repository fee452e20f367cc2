-- CreateEnum
CREATE TYPE "brake_mode" AS ENUM ('suspend', 'hold', 'off');

-- CreateEnum
CREATE TYPE "brake_case_status" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "departure_state" AS ENUM ('left', 'suspended', 'held', 'released', 'undone');

-- CreateEnum
CREATE TYPE "adoption_policy" AS ENUM ('review', 'verified', 'hold', 'separate');

-- CreateEnum
CREATE TYPE "adoption_status" AS ENUM ('open', 'linked', 'apart', 'ignored');

-- CreateEnum
CREATE TYPE "move_status" AS ENUM ('open', 'finished', 'cancelled');

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "adoption_policy" "adoption_policy" NOT NULL DEFAULT 'review';

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "kept_active" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "matched_by" TEXT;

-- CreateTable
CREATE TABLE "brake" (
    "connection_id" UUID NOT NULL,
    "mode" "brake_mode" NOT NULL DEFAULT 'suspend',
    "people" INTEGER NOT NULL DEFAULT 10,
    "percent" INTEGER NOT NULL DEFAULT 10,
    "departures" BIGINT NOT NULL DEFAULT 0,
    "base" INTEGER NOT NULL DEFAULT 0,
    "base_at" TIMESTAMPTZ(3),

    CONSTRAINT "brake_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "brake_case" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "status" "brake_case_status" NOT NULL DEFAULT 'open',
    "mode" "brake_mode" NOT NULL,
    "people" INTEGER NOT NULL,
    "percent" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "notified_at" TIMESTAMPTZ(3),

    CONSTRAINT "brake_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departure" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "case_id" UUID,
    "member_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "departure_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "request_id" UUID,
    "snapshot" JSONB,

    CONSTRAINT "departure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adoption" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "registration_id" UUID,
    "member_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "user_name_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "status" "adoption_status" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_move" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "from_connection_id" UUID NOT NULL,
    "to_connection_id" UUID NOT NULL,
    "status" "move_status" NOT NULL DEFAULT 'open',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "connection_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moved_person" (
    "move_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "old_user_name" TEXT,
    "new_user_name" TEXT,
    "matched_by" TEXT,
    "fate" TEXT,

    CONSTRAINT "moved_person_pkey" PRIMARY KEY ("move_id","member_id")
);

-- CreateIndex
CREATE INDEX "brake_case_organization_id_status_idx" ON "brake_case"("organization_id", "status");

-- CreateIndex
CREATE INDEX "brake_case_connection_id_opened_at_idx" ON "brake_case"("connection_id", "opened_at");

-- CreateIndex
CREATE INDEX "departure_case_id_state_idx" ON "departure"("case_id", "state");

-- CreateIndex
CREATE INDEX "departure_registration_id_idx" ON "departure"("registration_id");

-- CreateIndex
CREATE INDEX "departure_member_id_idx" ON "departure"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "departure_connection_id_number_key" ON "departure"("connection_id", "number");

-- CreateIndex
CREATE INDEX "adoption_organization_id_status_idx" ON "adoption"("organization_id", "status");

-- CreateIndex
CREATE INDEX "adoption_registration_id_idx" ON "adoption"("registration_id");

-- CreateIndex
CREATE INDEX "adoption_member_id_idx" ON "adoption"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "adoption_connection_id_user_name_key_member_id_key" ON "adoption"("connection_id", "user_name_key", "member_id");

-- CreateIndex
CREATE INDEX "connection_move_from_connection_id_idx" ON "connection_move"("from_connection_id");

-- CreateIndex
CREATE INDEX "connection_move_to_connection_id_idx" ON "connection_move"("to_connection_id");

-- CreateIndex
CREATE INDEX "moved_person_member_id_idx" ON "moved_person"("member_id");

-- AddForeignKey
ALTER TABLE "brake" ADD CONSTRAINT "brake_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brake_case" ADD CONSTRAINT "brake_case_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departure" ADD CONSTRAINT "departure_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departure" ADD CONSTRAINT "departure_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departure" ADD CONSTRAINT "departure_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "brake_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_organization_id_connection_id_fkey" FOREIGN KEY ("organization_id", "connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_move" ADD CONSTRAINT "connection_move_from_fkey" FOREIGN KEY ("organization_id", "from_connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_move" ADD CONSTRAINT "connection_move_to_fkey" FOREIGN KEY ("organization_id", "to_connection_id") REFERENCES "connection"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moved_person" ADD CONSTRAINT "moved_person_move_id_fkey" FOREIGN KEY ("move_id") REFERENCES "connection_move"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moved_person" ADD CONSTRAINT "moved_person_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot spell.

CREATE UNIQUE INDEX "brake_case_open" ON "brake_case" ("connection_id") WHERE "status" = 'open';
CREATE INDEX "departure_held" ON "departure" ("registration_id") WHERE "state" = 'held';
CREATE UNIQUE INDEX "connection_move_open_from" ON "connection_move" ("from_connection_id") WHERE "status" = 'open';
CREATE UNIQUE INDEX "connection_move_open_to" ON "connection_move" ("to_connection_id") WHERE "status" = 'open';

-- One person must always be able to leave by themselves.
ALTER TABLE "brake" ADD CONSTRAINT "brake_limits" CHECK ("people" >= 1 AND "percent" BETWEEN 0 AND 100);
ALTER TABLE "registration" ADD CONSTRAINT "registration_kept_is_active" CHECK ("active" OR NOT "kept_active");

-- Whether a member has org_admin, directly or through a group.
CREATE FUNCTION "is_org_admin"("p_member" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE inside (group_id) AS (
    SELECT gm.group_id FROM registration r JOIN group_membership gm ON gm.registration_id = r.id WHERE r.member_id = p_member AND r.active
    UNION
    SELECT n.group_id FROM inside JOIN group_nesting n ON n.child_group_id = inside.group_id
  ), admin AS (
    SELECT id FROM role WHERE role_id = 'org_admin' AND organization_id IS NULL
  )
  SELECT EXISTS (SELECT 1 FROM role_assignment a WHERE a.member_id = p_member AND a.role_id = (SELECT id FROM admin))
      OR EXISTS (SELECT 1 FROM inside JOIN role_mapping m ON m.group_id = inside.group_id WHERE m.role_id = (SELECT id FROM admin))
$$;

-- Whether an organization has an active org_admin, left aside one member, one registration, and of one group either the people and
-- groups `p_gone` in it or all of it.
CREATE FUNCTION "org_admin_remains"("p_organization" uuid, "p_member" uuid, "p_registration" uuid, "p_group" uuid, "p_gone" uuid[], "p_whole" boolean)
RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE admin AS (
    SELECT id FROM role WHERE role_id = 'org_admin' AND organization_id IS NULL
  ), giving (group_id) AS (
    SELECT m.group_id FROM role_mapping m JOIN connection c ON c.id = m.connection_id AND c.status <> 'deleted'
     WHERE m.organization_id = p_organization AND m.role_id = (SELECT id FROM admin) AND m.group_id IS NOT NULL AND NOT (p_whole AND m.group_id = p_group)
    UNION
    SELECT n.child_group_id FROM giving JOIN group_nesting n ON n.group_id = giving.group_id
     WHERE NOT (p_whole AND n.child_group_id = p_group) AND NOT (p_group IS NOT NULL AND n.group_id = p_group AND n.child_group_id = ANY (p_gone))
  )
  SELECT EXISTS (
    SELECT 1 FROM role_assignment a JOIN member m ON m.id = a.member_id AND m.status = 'active'
     WHERE a.organization_id = p_organization AND a.role_id = (SELECT id FROM admin) AND m.id IS DISTINCT FROM p_member
  ) OR EXISTS (
    SELECT 1 FROM giving JOIN group_membership gm ON gm.group_id = giving.group_id
      JOIN registration r ON r.id = gm.registration_id AND r.active AND r.id IS DISTINCT FROM p_registration
      JOIN member m ON m.id = r.member_id AND m.status = 'active' AND m.id IS DISTINCT FROM p_member
     WHERE NOT (p_group IS NOT NULL AND gm.group_id = p_group AND gm.registration_id = ANY (p_gone))
  )
$$;

-- Whether the organization keeps an org_admin when these people and groups leave a group, or when the group goes as a whole. Groups that
-- give no org_admin are told apart by one look upwards; for the others, whoever takes org_admin away waits here for the one before.
CREATE FUNCTION "group_keeps_org_admin"("p_connection" uuid, "p_group" uuid, "p_gone" uuid[], "p_reset" boolean, "p_kept" uuid[], "p_whole" boolean)
RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_organization uuid;
  v_gone uuid[] := p_gone;
BEGIN
  SELECT organization_id INTO v_organization FROM idp_group WHERE connection_id = p_connection AND id = p_group;
  IF NOT FOUND OR NOT EXISTS (
    WITH RECURSIVE above (group_id) AS (
      SELECT p_group UNION SELECT n.group_id FROM above JOIN group_nesting n ON n.child_group_id = above.group_id
    )
    SELECT 1 FROM above JOIN role_mapping m ON m.group_id = above.group_id JOIN role ON role.id = m.role_id WHERE role.role_id = 'org_admin' AND role.organization_id IS NULL
  ) THEN
    RETURN true;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('org-admin:' || v_organization, 0));
  IF p_reset THEN
    v_gone := ARRAY(SELECT registration_id FROM group_membership WHERE group_id = p_group AND registration_id <> ALL (p_kept))
           || ARRAY(SELECT child_group_id FROM group_nesting WHERE group_id = p_group AND child_group_id <> ALL (p_kept));
  END IF;
  -- Whoever comes into such a group with the same call is an org_admin from now on.
  RETURN org_admin_remains(v_organization, NULL, NULL, p_group, v_gone, p_whole)
      OR EXISTS (SELECT 1 FROM registration r JOIN member m ON m.id = r.member_id AND m.status = 'active' WHERE r.connection_id = p_connection AND r.id = ANY (p_kept) AND r.active)
      OR NOT org_admin_remains(v_organization, NULL, NULL, NULL, '{}', false);
END
$$;

-- How many people of a connection are active, those who left within the window included.
CREATE FUNCTION "count_brake_base"("p_connection" uuid, "p_since" timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT ((SELECT count(*) FROM registration WHERE connection_id = p_connection AND active)
        + (SELECT count(*) FROM departure WHERE connection_id = p_connection AND at > p_since AND state IN ('left', 'suspended')))::int
$$;

-- Decides about one person's departure by the IdP, called inside the statement that makes it, and counts it.
--
--   stale      the registration is not there, or not of this version
--   pass       as ever (also: was inactive already)
--   suspend    over the limit: happens, and can be undone
--   hold       over the limit: must not happen before somebody decides
--   refuse     somebody decided against it a short while ago
--   kept       the connection is moving to another IdP: the member stays active
--   moving     the same, and a deletion would lose the person
--   last_admin nobody else is org_admin
--
-- Exact under concurrency: the rows that decide are read after the lock of the connection's one `brake` row, with a snapshot of their own
-- (what a volatile function does, and one plain statement cannot). Only departures of one connection wait for each other, for a commit.
-- The departure N places before this one says whether more than N are within the window: no counting.
CREATE FUNCTION "take_departure"("p_connection" uuid, "p_registration" uuid, "p_version" integer, "p_kind" text, "p_request" uuid, OUT "outcome" text, OUT "case_id" uuid, OUT "opened" boolean)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_window CONSTANT interval := interval '15 minutes';
  v_person record;
  v_brake record;
  v_case uuid;
  v_at timestamptz;
  v_number bigint;
  v_base integer;
  v_allowed bigint;
  v_over boolean;
  v_snapshot jsonb;
BEGIN
  opened := false;
  SELECT r.organization_id, r.member_id, r.active INTO v_person FROM registration r
   WHERE r.connection_id = p_connection AND r.id = p_registration AND (p_version IS NULL OR r.version = p_version) FOR NO KEY UPDATE;
  IF NOT FOUND THEN outcome := 'stale'; RETURN; END IF;

  IF p_kind = 'delete' THEN
    SELECT jsonb_build_object('registration', to_jsonb(r), 'groups', (SELECT coalesce(jsonb_agg(gm.group_id), '[]') FROM group_membership gm WHERE gm.registration_id = r.id))
      INTO v_snapshot FROM registration r WHERE r.id = p_registration;
  END IF;
  IF NOT v_person.active THEN
    UPDATE departure d SET kind = 'delete', snapshot = v_snapshot FROM brake_case c
     WHERE p_kind = 'delete' AND d.registration_id = p_registration AND d.connection_id = p_connection AND c.id = d.case_id AND c.status = 'open' AND d.state IN ('left', 'suspended')
    RETURNING c.id INTO v_case;
    outcome := CASE WHEN v_case IS NULL THEN 'pass' ELSE 'suspend' END;
    case_id := v_case;
    RETURN;
  END IF;

  IF EXISTS (SELECT 1 FROM connection_move m WHERE m.from_connection_id = p_connection AND m.status = 'open') THEN
    outcome := CASE p_kind WHEN 'delete' THEN 'moving' ELSE 'kept' END;
    RETURN;
  END IF;

  IF is_org_admin(v_person.member_id) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('org-admin:' || v_person.organization_id, 0));
    IF NOT org_admin_remains(v_person.organization_id,
      CASE WHEN EXISTS (SELECT 1 FROM registration o WHERE o.member_id = v_person.member_id AND o.id <> p_registration AND o.active) THEN NULL ELSE v_person.member_id END,
      p_registration, NULL, '{}', false)
    THEN
      outcome := 'last_admin';
      RETURN;
    END IF;
  END IF;

  INSERT INTO brake (connection_id) VALUES (p_connection) ON CONFLICT DO NOTHING;
  SELECT b.* INTO v_brake FROM brake b WHERE b.connection_id = p_connection FOR UPDATE;
  IF v_brake.mode = 'off' THEN outcome := 'pass'; RETURN; END IF;
  v_at := clock_timestamp();

  SELECT d.case_id, CASE WHEN d.state = 'held' THEN 'hold' ELSE 'refuse' END INTO v_case, outcome FROM departure d JOIN brake_case c ON c.id = d.case_id
   WHERE d.registration_id = p_registration AND d.connection_id = p_connection AND c.mode = 'hold'
     AND (d.state = 'held' OR (d.state = 'undone' AND d.decided_at > v_at - interval '24 hours'))
   ORDER BY d.number DESC LIMIT 1;
  IF FOUND THEN case_id := v_case; RETURN; END IF;

  v_number := v_brake.departures + 1;
  v_base := v_brake.base;
  IF v_brake.base_at IS NULL OR v_brake.base_at < v_at - v_window THEN
    DELETE FROM departure d WHERE d.connection_id = p_connection AND d.case_id IS NULL AND d.at < v_at - v_window;
    v_base := count_brake_base(p_connection, v_at - v_window);
    UPDATE brake SET base = v_base, base_at = v_at WHERE connection_id = p_connection;
  END IF;
  SELECT c.id INTO v_case FROM brake_case c WHERE c.connection_id = p_connection AND c.status = 'open';
  v_allowed := greatest(v_brake.people, floor(v_base * v_brake.percent / 100.0));
  v_over := EXISTS (SELECT 1 FROM departure d WHERE d.connection_id = p_connection AND d.number = v_number - v_allowed AND d.at > v_at - v_window);
  IF v_over AND v_case IS NULL THEN
    -- Many may have come since the last count: before it brakes, it counts again.
    v_base := count_brake_base(p_connection, v_at - v_window);
    UPDATE brake SET base = v_base, base_at = v_at WHERE connection_id = p_connection;
    v_allowed := greatest(v_brake.people, floor(v_base * v_brake.percent / 100.0));
    v_over := EXISTS (SELECT 1 FROM departure d WHERE d.connection_id = p_connection AND d.number = v_number - v_allowed AND d.at > v_at - v_window);
    IF v_over THEN
      v_case := gen_random_uuid();
      opened := true;
      INSERT INTO brake_case (id, organization_id, connection_id, mode, people, percent, base, opened_at, last_at)
      VALUES (v_case, v_person.organization_id, p_connection, v_brake.mode, v_brake.people, v_brake.percent, v_base, v_at, v_at);
      -- Whoever left within the window belongs to it.
      UPDATE departure d SET case_id = v_case WHERE d.connection_id = p_connection AND d.number >= v_number - v_allowed AND d.case_id IS NULL;
    END IF;
  END IF;

  IF v_over THEN
    case_id := v_case;
    SELECT CASE c.mode WHEN 'hold' THEN 'hold' ELSE 'suspend' END INTO outcome FROM brake_case c WHERE c.id = v_case;
    UPDATE brake_case c SET last_at = v_at WHERE c.id = v_case;
    -- Someone who came back and leaves again is in the case once.
    UPDATE departure d SET case_id = NULL WHERE d.case_id = v_case AND d.registration_id = p_registration;
  ELSE
    outcome := 'pass';
  END IF;
  INSERT INTO departure (id, organization_id, connection_id, number, case_id, member_id, registration_id, kind, state, at, request_id, snapshot)
  VALUES (gen_random_uuid(), v_person.organization_id, p_connection, v_number, case_id, v_person.member_id, p_registration, p_kind,
    (CASE outcome WHEN 'hold' THEN 'held' WHEN 'suspend' THEN 'suspended' ELSE 'left' END)::departure_state, v_at, p_request, CASE WHEN outcome = 'hold' THEN NULL ELSE v_snapshot END);
  UPDATE brake SET departures = v_number WHERE connection_id = p_connection;

  IF opened THEN
    INSERT INTO event (id, organization_id, connection_id, type, object_id, payload)
    SELECT e.id, v_person.organization_id, p_connection, 'scim.brake_case.create', v_case, jsonb_build_object(
      'event_id', 'event-' || e.id, 'action', 'CREATE', 'object_type', 'brake_case', 'source', 'SCIM', 'id', 'brake-case-' || v_case,
      'timestamp', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'vertical', 'B2B',
      'organization_id', 'organization-' || v_person.organization_id, 'connection_id', 'scim-connection-' || p_connection,
      'brake_case', jsonb_build_object('brake_case_id', 'brake-case-' || v_case, 'status', 'open', 'mode', v_brake.mode, 'people', v_brake.people, 'percent', v_brake.percent,
        'active_people', v_base, 'opened_at', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      FROM (SELECT gen_random_uuid() AS id) e;
  END IF;
END
$$;
