-- Writes departures of people whose rows the caller holds. Those of one case were looked up by the case, which grows with each of them, and the statement was planned anew at
-- each call, because with numbers of people in hand it looks cheaper than without. Now each person is looked up by an index, by a plan that is made once a session;
-- nothing else may come of it, whatever the statistics say.
CREATE FUNCTION "write_departures"("p_connection" uuid, "p_case" uuid, "p_at" timestamptz, "p_people" uuid[], "p_requests" uuid[])
RETURNS void LANGUAGE plpgsql VOLATILE
SET plan_cache_mode = 'force_generic_plan' SET enable_seqscan = 'off' SET enable_bitmapscan = 'off' SET enable_hashjoin = 'off' SET enable_mergejoin = 'off' AS $$
BEGIN
  -- Someone who came back and leaves again is in the case once: by the last time.
  WITH leaving AS MATERIALIZED (
    SELECT one.id, one.request, r.organization_id, r.member_id, d.id AS departure
      FROM unnest(p_people, p_requests) AS one (id, request)
      CROSS JOIN LATERAL (SELECT r.organization_id, r.member_id FROM registration r WHERE r.id = one.id OFFSET 0) r
      LEFT JOIN LATERAL (SELECT d.id FROM departure d WHERE d.registration_id = one.id AND (d.case_id = p_case) IS TRUE LIMIT 1) d ON true
  ), again AS (
    UPDATE departure d SET number = nextval('departure_number_seq'), at = p_at, kind = 'deactivate', request_id = leaving.request, decided_at = NULL, decided_by = NULL, state = 'suspended', snapshot = NULL
      FROM leaving WHERE d.id = leaving.departure
  )
  INSERT INTO departure (id, organization_id, connection_id, case_id, member_id, registration_id, kind, state, at, request_id)
  SELECT gen_random_uuid(), organization_id, p_connection, p_case, member_id, id, 'deactivate', (CASE WHEN p_case IS NULL THEN 'left' ELSE 'suspended' END)::departure_state, p_at, request
    FROM leaving WHERE departure IS NULL;
END
$$;

-- What `take_departure` (migration brake_without_queue) says of several people at once, whose rows the caller holds: active, the only active registration of a member
-- without roles, of a connection that does not move. Whoever has the brake's lock alone counts the window once: where all of them are within the limit, or it is
-- filled and a case suspends, they have one answer; otherwise they are asked about one by one. No rows, and nothing is counted, while somebody else leaves, and
-- where somebody decided about one of them before: then each takes the way of its own, so that a transaction that shares the lock is one departure at most.
CREATE OR REPLACE FUNCTION "take_departures"("p_connection" uuid, "p_people" uuid[], "p_requests" uuid[])
RETURNS TABLE ("registration" uuid, "outcome" text, "case_id" uuid, "opened" boolean) LANGUAGE plpgsql VOLATILE ROWS 1 AS $$
DECLARE
  v_window CONSTANT interval := interval '15 minutes';
  v_brake record;
  v_case record;
  v_at timestamptz;
  v_allowed bigint;
  v_left bigint;
  v_over boolean;
BEGIN
  SELECT b.mode INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
  IF v_brake.mode = 'off' THEN
    RETURN QUERY SELECT p, 'pass', NULL::uuid, false FROM unnest(p_people) p;
    RETURN;
  END IF;

  IF EXISTS (SELECT 1 FROM departure d WHERE d.registration_id = ANY (p_people) AND d.connection_id = p_connection AND d.state IN ('held', 'undone'))
    OR NOT pg_try_advisory_xact_lock(hashtextextended('brake:' || p_connection, 0))
  THEN
    RETURN;
  END IF;

  v_at := clock_timestamp();
  SELECT b.mode, b.people, b.percent, b.base, b.base_at INTO v_brake FROM brake b WHERE b.connection_id = p_connection;
  SELECT c.id, c.mode INTO v_case FROM brake_case c WHERE c.connection_id = p_connection AND c.status = 'open';
  v_allowed := greatest(v_brake.people, floor(v_brake.base * v_brake.percent / 100.0));
  IF v_brake.mode <> 'off' AND v_brake.base_at > v_at - v_window THEN
    v_left := count_departures(p_connection, v_at - v_window, v_allowed);
    v_over := CASE WHEN v_left + cardinality(p_people) <= v_allowed THEN false WHEN v_left >= v_allowed AND v_case.mode = 'suspend' THEN true END;
  END IF;

  IF v_over IS NULL THEN
    RETURN QUERY SELECT one.id, v.outcome, v.case_id, v.opened
      FROM unnest(p_people, p_requests) WITH ORDINALITY AS one (id, request, at) CROSS JOIN LATERAL take_departure(p_connection, one.id, NULL, 'deactivate', one.request) v ORDER BY one.at;
    RETURN;
  END IF;

  PERFORM write_departures(p_connection, CASE WHEN v_over THEN v_case.id END, v_at, p_people, p_requests);
  RETURN QUERY SELECT p, CASE WHEN v_over THEN 'suspend' ELSE 'pass' END, CASE WHEN v_over THEN v_case.id END, false FROM unnest(p_people) p;
END
$$;
