import { withdrawable } from "./describe-contacts";

const milestones = ["credential_test_at", "first_user_at", "first_update_at", "first_group_at", "first_membership_at", "first_deactivation_at"];

// A round is what comes after five minutes of silence: a cycle of Entra's, a change in Okta. Its rhythm is a moving average.
const newRound = "(k.last_contact_at is null or excluded.first_contact_at > k.last_contact_at + interval '5 minutes')";
const gap = "extract(epoch from excluded.first_contact_at - k.round_at)";

// First times keep the earlier, last times the later: batches of several processes may come in any order.
export const upsertContacts = `
  insert into connection_contact as k (connection_id, first_contact_at, last_contact_at, last_failure_at, request_count, failure_count, round_at, networks, sightings, ${milestones.join(", ")})
  select x.connection_id, x.first_contact_at, x.last_contact_at, x.last_failure_at, x.request_count, x.failure_count, x.first_contact_at, x.networks, x.sightings, ${milestones.map((name) => `x.${name}`).join(", ")}
  from json_to_recordset($1::json) as x (connection_id uuid, first_contact_at timestamptz, last_contact_at timestamptz, last_failure_at timestamptz,
    request_count bigint, failure_count bigint, networks jsonb, sightings jsonb, ${milestones.map((name) => `${name} timestamptz`).join(", ")})
  where exists (select 1 from connection c where c.id = x.connection_id)
  order by x.connection_id
  on conflict (connection_id) do update set
    first_contact_at = least(k.first_contact_at, excluded.first_contact_at), last_contact_at = greatest(k.last_contact_at, excluded.last_contact_at),
    last_failure_at = greatest(k.last_failure_at, excluded.last_failure_at), request_count = k.request_count + excluded.request_count,
    failure_count = k.failure_count + excluded.failure_count,
    round_at = case when ${newRound} then coalesce(excluded.first_contact_at, k.round_at) else k.round_at end,
    round_seconds = case when ${newRound} and k.round_at is not null then coalesce(k.round_seconds * 0.7 + ${gap} * 0.3, ${gap}) else k.round_seconds end,
    round_deviation = case when ${newRound} and k.round_seconds is not null
      then coalesce(k.round_deviation * 0.7 + abs(${gap} - k.round_seconds) * 0.3, abs(${gap} - k.round_seconds)) else k.round_deviation end,
    networks = case when (select count(*) from jsonb_object_keys(k.networks)) < 100 then excluded.networks || k.networks else k.networks end,
    sightings = excluded.sightings || k.sightings,
    ${milestones.map((name) => `${name} = least(k.${name}, excluded.${name})`).join(", ")}`;

const tested = (name: string): string => `k.${name} > now() - interval '1 minute' and k.sightings -> '${name}' ->> 'resource_id' = any ($2)`;

/** JumpCloud's activation makes a person and a group and takes both away: what was gone within a minute is still to be seen. */
export const withdrawMilestones = `
  update connection_contact k set sightings = k.sightings - array_remove(array[${withdrawable.map((name) => `case when ${tested(name)} then '${name}' end`).join(", ")}], null),
    ${withdrawable.map((name) => `${name} = case when ${tested(name)} then null else k.${name} end`).join(", ")}
  where k.connection_id = any ($1::uuid[]) and (${withdrawable.map((name) => `(${tested(name)})`).join(" or ")})`;

export const updateTokens = `
  update connection_token t set last_used_at = greatest(t.last_used_at, x.last_used_at), call_count = t.call_count + x.calls
  from json_to_recordset($1::json) as x (token_id uuid, last_used_at timestamptz, calls bigint) where t.id = x.token_id`;

export const upsertQuirks = `
  insert into connection_quirk as k (connection_id, code, count, first_at, last_at, last_request_id, sample)
  select x.connection_id, x.code, x.count, x.first_at, x.last_at, x.last_request_id, x.sample
  from json_to_recordset($1::json) as x (connection_id uuid, code text, count bigint, first_at timestamptz, last_at timestamptz, last_request_id uuid, sample text)
  where exists (select 1 from connection c where c.id = x.connection_id)
  order by x.connection_id, x.code
  on conflict (connection_id, code) do update set count = k.count + excluded.count, first_at = least(k.first_at, excluded.first_at),
    last_at = greatest(k.last_at, excluded.last_at), last_request_id = excluded.last_request_id, sample = coalesce(excluded.sample, k.sample)`;

const counts = ["calls", "changes", "unauthorized", "refused", "limited", "failed"];

export const upsertActivity = `
  insert into connection_activity as k (connection_id, hour, ${counts.join(", ")}, durations)
  select x.connection_id, x.hour, ${counts.map((name) => `x.${name}`).join(", ")}, array(select json_array_elements_text(x.durations)::int)
  from json_to_recordset($1::json) as x (connection_id uuid, hour timestamptz, ${counts.map((name) => `${name} int`).join(", ")}, durations json)
  where exists (select 1 from connection c where c.id = x.connection_id)
  order by x.connection_id, x.hour
  on conflict (connection_id, hour) do update set ${counts.map((name) => `${name} = k.${name} + excluded.${name}`).join(", ")},
    durations = array(select coalesce(o.n, 0) + coalesce(a.n, 0) from unnest(k.durations) with ordinality o (n, place)
      full join unnest(excluded.durations) with ordinality a (n, place) using (place) order by place)`;
