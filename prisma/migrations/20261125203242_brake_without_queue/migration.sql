-- AlterTable
ALTER TABLE "brake" DROP COLUMN "departures";

-- AlterTable
CREATE SEQUENCE departure_number_seq;
ALTER TABLE "departure" ALTER COLUMN "number" SET DEFAULT nextval('departure_number_seq');
ALTER SEQUENCE departure_number_seq OWNED BY "departure"."number";
SELECT setval('departure_number_seq', (SELECT coalesce(max("number"), 0) + 1 FROM "departure"), false);

-- DropIndex
DROP INDEX "departure_connection_id_number_key";

-- CreateIndex
CREATE INDEX "departure_connection_id_at_idx" ON "departure"("connection_id", "at");

-- How many departures of a connection are in the window, as far as it matters.
CREATE FUNCTION "count_departures"("p_connection" uuid, "p_since" timestamptz, "p_most" bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN (SELECT count(*) FROM (SELECT 1 FROM departure d WHERE d.connection_id = p_connection AND d.at > p_since ORDER BY d.at DESC LIMIT p_most) seen);
END
$$;

-- How many may leave within the window, with the base counted anew.
CREATE FUNCTION "count_brake_allowed"("p_connection" uuid, "p_at" timestamptz, "p_window" interval, OUT "v_base" integer, OUT "v_allowed" bigint) LANGUAGE sql VOLATILE AS $$
  INSERT INTO brake AS b (connection_id, base, base_at) VALUES (p_connection, count_brake_base(p_connection, p_at - p_window), p_at)
  ON CONFLICT (connection_id) DO UPDATE SET base = excluded.base, base_at = excluded.base_at
  RETURNING base, greatest(people, floor(base * percent / 100.0))::bigint
$$;

-- The outcomes are those of the first version. Departures of one connection wait for each other only where the answer can depend on one
-- that is not committed: near the limit, and when the base is counted anew. Otherwise they share the lock of the connection's brake:
--
--   far from the limit    committed departures and everybody who can be under way (a transaction a database connection) are within it
--   over it, case open    committed departures alone fill the limit: nobody else can make this one pass
--
-- Whoever decides near the limit, opens a case, decides about one or closes it holds the lock alone: then nothing is under way.
CREATE OR REPLACE FUNCTION "take_departure"("p_connection" uuid, "p_registration" uuid, "p_version" integer, "p_kind" text, "p_request" uuid, OUT "outcome" text, OUT "case_id" uuid, OUT "opened" boolean)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_window CONSTANT interval := interval '15 minutes';
  v_under_way CONSTANT bigint := current_setting('max_connections')::bigint;
  v_key CONSTANT bigint := hashtextextended('brake:' || p_connection, 0);
  v_person record;
  v_brake record;
  v_case record;
  v_at timestamptz;
  v_base integer;
  v_allowed bigint;
  v_left bigint;
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
    RETURNING c.id INTO case_id;
    outcome := CASE WHEN case_id IS NULL THEN 'pass' ELSE 'suspend' END;
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

  SELECT b.mode, b.people, b.percent, b.base, b.base_at INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
  IF v_brake.mode = 'off' THEN outcome := 'pass'; RETURN; END IF;
  v_at := clock_timestamp();

  SELECT d.case_id, CASE WHEN d.state = 'held' THEN 'hold' ELSE 'refuse' END INTO case_id, outcome FROM departure d JOIN brake_case c ON c.id = d.case_id
   WHERE d.registration_id = p_registration AND d.connection_id = p_connection AND c.mode = 'hold'
     AND (d.state = 'held' OR (d.state = 'undone' AND d.decided_at > v_at - interval '24 hours'))
   ORDER BY d.number DESC LIMIT 1;
  IF FOUND THEN RETURN; END IF;

  v_allowed := greatest(v_brake.people, floor(v_brake.base * v_brake.percent / 100.0));
  SELECT c.id, c.mode INTO v_case FROM brake_case c WHERE c.connection_id = p_connection AND c.status = 'open';
  IF v_brake.base_at > v_at - v_window AND (v_case.id IS NOT NULL OR v_allowed > v_under_way) THEN
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(v_key);
      v_at := clock_timestamp();
      SELECT b.mode, b.people, b.percent, b.base, b.base_at INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
      v_allowed := greatest(v_brake.people, floor(v_brake.base * v_brake.percent / 100.0));
      SELECT c.id, c.mode INTO v_case FROM brake_case c WHERE c.connection_id = p_connection AND c.status = 'open';
      v_left := count_departures(p_connection, v_at - v_window, v_allowed);
      IF v_brake.base_at > v_at - v_window THEN
        v_over := CASE WHEN v_left + v_under_way <= v_allowed THEN false WHEN v_left >= v_allowed AND v_case.id IS NOT NULL THEN true END;
      END IF;
      -- A shared lock cannot become one of one's own without two waiting for each other: it is given back by leaving this block.
      IF v_over IS NULL THEN RAISE EXCEPTION 'near the limit' USING ERRCODE = 'BRAKE'; END IF;
    EXCEPTION WHEN SQLSTATE 'BRAKE' THEN NULL;
    END;
  END IF;

  IF v_over IS NULL THEN
    PERFORM pg_advisory_xact_lock(v_key);
    v_at := clock_timestamp();
    SELECT b.mode, b.people, b.percent, b.base, b.base_at INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
    IF v_brake.base_at IS NULL OR v_brake.base_at < v_at - v_window THEN
      DELETE FROM departure d WHERE d.connection_id = p_connection AND d.case_id IS NULL AND d.at < v_at - v_window;
      PERFORM count_brake_allowed(p_connection, v_at, v_window);
      SELECT b.mode, b.people, b.percent, b.base, b.base_at INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
    END IF;
    v_allowed := greatest(v_brake.people, floor(v_brake.base * v_brake.percent / 100.0));
    SELECT c.id, c.mode INTO v_case FROM brake_case c WHERE c.connection_id = p_connection AND c.status = 'open';
    v_over := count_departures(p_connection, v_at - v_window, v_allowed) >= v_allowed;
    IF v_over AND v_case.id IS NULL THEN
      -- Many may have come since the last count: before it brakes, it counts again.
      SELECT c.v_base, c.v_allowed INTO v_base, v_allowed FROM count_brake_allowed(p_connection, v_at, v_window) c;
      v_over := count_departures(p_connection, v_at - v_window, v_allowed) >= v_allowed;
      IF v_over THEN
        opened := true;
        INSERT INTO brake_case (id, organization_id, connection_id, mode, people, percent, base, opened_at, last_at)
        VALUES (gen_random_uuid(), v_person.organization_id, p_connection, v_brake.mode, v_brake.people, v_brake.percent, v_base, v_at, v_at)
        RETURNING brake_case.id, brake_case.mode INTO v_case;
        -- Whoever left within the window belongs to it, each person once.
        UPDATE departure d SET case_id = v_case.id
         WHERE d.connection_id = p_connection AND d.at > v_at - v_window AND d.case_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM departure later WHERE later.registration_id = d.registration_id AND later.connection_id = p_connection AND later.number > d.number);
      END IF;
    END IF;
  END IF;

  outcome := CASE WHEN NOT v_over THEN 'pass' WHEN v_case.mode = 'hold' THEN 'hold' ELSE 'suspend' END;
  IF v_over THEN
    case_id := v_case.id;
    -- Someone who came back and leaves again is in the case once: by the last time.
    UPDATE departure d SET number = nextval('departure_number_seq'), at = v_at, kind = p_kind, request_id = p_request, decided_at = NULL, decided_by = NULL,
      state = CASE outcome WHEN 'hold' THEN 'held'::departure_state ELSE 'suspended' END, snapshot = CASE WHEN outcome = 'hold' THEN NULL ELSE v_snapshot END
     WHERE d.case_id = v_case.id AND d.registration_id = p_registration;
  END IF;
  IF NOT v_over OR NOT FOUND THEN
    INSERT INTO departure (id, organization_id, connection_id, case_id, member_id, registration_id, kind, state, at, request_id, snapshot)
    VALUES (gen_random_uuid(), v_person.organization_id, p_connection, case_id, v_person.member_id, p_registration, p_kind,
      (CASE outcome WHEN 'hold' THEN 'held' WHEN 'suspend' THEN 'suspended' ELSE 'left' END)::departure_state, v_at, p_request, CASE WHEN outcome = 'hold' THEN NULL ELSE v_snapshot END);
  END IF;

  IF opened THEN
    INSERT INTO event (id, organization_id, connection_id, type, object_id, payload)
    SELECT e.id, v_person.organization_id, p_connection, 'scim.brake_case.create', v_case.id, jsonb_build_object(
      'event_id', 'event-' || e.id, 'action', 'CREATE', 'object_type', 'brake_case', 'source', 'SCIM', 'id', 'brake-case-' || v_case.id,
      'timestamp', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'vertical', 'B2B',
      'organization_id', 'organization-' || v_person.organization_id, 'connection_id', 'scim-connection-' || p_connection,
      'brake_case', jsonb_build_object('brake_case_id', 'brake-case-' || v_case.id, 'status', 'open', 'mode', v_brake.mode, 'people', v_brake.people, 'percent', v_brake.percent,
        'active_people', v_base, 'opened_at', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      FROM (SELECT gen_random_uuid() AS id) e;
  END IF;
END
$$;
