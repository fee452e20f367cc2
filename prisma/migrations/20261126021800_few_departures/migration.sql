-- A planner that expects a thousand people looks them up by reading everybody.
ALTER FUNCTION "take_departures"(uuid, uuid[], uuid[]) ROWS 1;
