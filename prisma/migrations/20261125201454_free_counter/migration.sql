-- A writer counts in whichever row of the connection is free, and adds one when none is: nobody waits for another's commit, as two sessions that shared
-- a slot by their number did.
CREATE OR REPLACE FUNCTION count_registrations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change record;
  free integer;
BEGIN
  FOR change IN SELECT connection_id, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END AS people FROM turned GROUP BY connection_id ORDER BY connection_id LOOP
    SELECT slot INTO free FROM registration_count WHERE connection_id = change.connection_id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
      UPDATE registration_count SET people = people + change.people WHERE connection_id = change.connection_id AND slot = free;
    ELSE
      INSERT INTO registration_count AS c (connection_id, slot, people) VALUES (change.connection_id, floor(random() * 2147483647)::integer, change.people)
      ON CONFLICT (connection_id, slot) DO UPDATE SET people = c.people + excluded.people;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
