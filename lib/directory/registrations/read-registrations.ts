import { pool, poolFor } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { type PageRequest, type PageSource, pageStatement, type RowCondition } from "../read-page";
import type { PersonReference } from "./registration";
import { hasManager, managerOf, seldom } from "./registration-columns";

/**
 * A registration of a page; times in milliseconds since 1970. `attributes` are JSON text as PostgreSQL writes it. `standard`: the core schema declares them all (1), the core schema and the
 * enterprise extension, which is there (2), or not all of them are declared by either (0).
 */
export type PagedRegistration = { id: string; position: string; version: number; createdAt: number; updatedAt: number; attributes: string; standard: 0 | 1 | 2; manager: PersonReference | null };

/** A group that somebody of the page is in, directly or not. */
export type PagedGroup = { id: string; display: string };

/** A page with the groups of its people: `groupsOf` tells those of one, direct ones and those that hold them (RFC 7643 section 4.1.2), in their order. */
export type RegistrationsPage = { total: number; rows: PagedRegistration[]; groupsOf: (id: string) => { group: PagedGroup; type: "direct" | "indirect" }[] };

/** The rows of a page, each column one behind the other: a row with its values costs more to send and to read than the values (bench/NOTES.md, step 84). */
type Packed = {
  total: number;
  ids: string | null;
  positions: string;
  versions: string;
  created: string;
  updated: string;
  attributes: string;
  standard: string;
  managers: Record<string, PersonReference | null> | null;
  beside: Around | null;
};

/** Who is in which group (pairs of ids, one behind the other), every group that comes into it, and which of them lie inside which. */
type Around = { pairs: string | null; groups: [string, string, number][] | null; nestings: [string, string][] | null };

/**
 * SQL: the groups of the people of `page`, once for the page. Asked for each person, as `registrationGroups` does, they are half of what a page costs PostgreSQL
 * (bench/NOTES.md, step 43). `offset 0` keeps look-ups by key from becoming joins over whole tables.
 */
const parts = `, held as materialized (
    select page.id as registration_id, m.group_id from page cross join lateral (select group_id from group_membership where registration_id = page.id offset 0) m
  ), near (id) as (
    select group_id from held where ${seldom("group_id")}
    union
    select n.group_id from near cross join lateral (select group_id from group_nesting where child_group_id = near.id offset 0) n where ${seldom("n.group_id")}
  )`;

const around = `json_build_object(
    'pairs', (select string_agg(registration_id::text || group_id::text, '') from held),
    'groups', (select json_agg(json_build_array(g.id, g.display_name, g.position)) from near cross join lateral (select id, display_name, position from idp_group where id = near.id offset 0) g),
    'nestings', (select json_agg(json_build_array(near.id, n.group_id)) from near cross join lateral (select group_id from group_nesting where child_group_id = near.id offset 0) n)
  )`;

// JSON text has no control characters.
const border = "\u0001";
const inMilliseconds = (column: string): string => `string_agg(round(date_part('epoch', ${column}) * 1000)::bigint::text, ',')`;

const source: PageSource = {
  table: "registration",
  alias: "r",
  columns: `string_agg(r.id::text, '') as ids, string_agg(r.position::text, ',') as positions, string_agg(r.version::text, ',') as versions,
    ${inMilliseconds("r.created_at")} as created, ${inMilliseconds("r.updated_at")} as updated,
    string_agg(r.attributes::text, '${border}') as attributes, string_agg(r.standard::text, '') as standard,
    json_object_agg(r.id, ${managerOf("r")}) filter (where ${hasManager("r")}) as managers`,
  name: "read-registrations",
  packed: true,
  beside: { parts, column: around },
};

/** A page of the connection's registrations and their groups, in as few values as can be: for lists, which are mostly read whole. */
export async function readRegistrations(scope: ConnectionScope, condition: RowCondition, page: PageRequest): Promise<RegistrationsPage> {
  // Who is looked for by other attributes is found by plans for their very values.
  const connections = condition.name === null ? pool() : poolFor("pages");
  const { rows } = await connections.query<Packed>(pageStatement(scope.connectionId, source, condition, page));
  const [packed] = rows;
  return { total: packed?.total ?? 0, rows: packed ? unpack(packed) : [], groupsOf: readAround(packed?.beside ?? null) };
}

function unpack({ ids, positions, versions, created, updated, attributes, standard, managers }: Packed): PagedRegistration[] {
  if (ids === null) return [];
  const [places, counts, births, changes] = [positions, versions, created, updated].map((column) => column.split(","));
  return attributes.split(border).map((text, at) => {
    const id = ids.slice(at * uuidLength, (at + 1) * uuidLength);
    return {
      id,
      position: places?.[at] ?? "",
      version: Number(counts?.[at]),
      createdAt: Number(births?.[at]),
      updatedAt: Number(changes?.[at]),
      attributes: text,
      standard: Number(standard[at]) as 0 | 1 | 2,
      manager: managers?.[id] ?? null,
    };
  });
}

const uuidLength = 36;

function readAround(found: Around | null): RegistrationsPage["groupsOf"] {
  const { pairs = null, groups, nestings } = found ?? {};
  if (pairs === null) return () => [];
  const known = new Map((groups ?? []).map(([id, display, position]) => [id, { group: { id, display }, position }]));
  const above = collect((nestings ?? []).map(([inner, outer]) => [inner, outer]));
  const direct = collect(cut(pairs));
  return (person) => {
    const own = direct.get(person) ?? [];
    const all = above.size === 0 ? own : reach(own, above);
    const shown = all.flatMap((id) => known.get(id) ?? []).sort((one, other) => one.position - other.position);
    return shown.map(({ group }) => ({ group, type: own.includes(group.id) ? ("direct" as const) : ("indirect" as const) }));
  };
}

function* cut(pairs: string): Generator<[string, string]> {
  for (let at = 0; at < pairs.length; at += 2 * uuidLength) yield [pairs.slice(at, at + uuidLength), pairs.slice(at + uuidLength, at + 2 * uuidLength)];
}

function collect(pairs: Iterable<[string, string]>): Map<string, string[]> {
  const collected = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const values = collected.get(key);
    if (values) values.push(value);
    else collected.set(key, [value]);
  }
  return collected;
}

function reach(from: readonly string[], above: ReadonlyMap<string, string[]>): string[] {
  const reached = new Set(from);
  for (const id of reached) for (const outer of above.get(id) ?? []) reached.add(outer);
  return [...reached];
}
