/** Ids of people (or groups) that a call names as members of a group. `replaces`: they are to be all there are. */
export type NamedPeople = { added: string[]; removed: string[]; replaces: boolean };

type Call = { method: string; path: string; requestBody: string | null };
type Json = Record<string, unknown>;

const most = 200;

/**
 * Whom a call puts into a group or takes out of it, for the sentence that a person reads. It describes and decides nothing:
 * what it does not know it leaves out. Null where the call says nothing of members. Pure.
 */
export function findNamedPeople({ method, path, requestBody }: Call): NamedPeople | null {
  if (!requestBody || !/^\/groups(\/|\?|$)/i.test(path) || !/member/i.test(requestBody)) return null;
  const body = parse(requestBody);
  if (!body) return null;
  const named: NamedPeople = { added: [], removed: [], replaces: false };
  if (method === "PATCH") listOf(field(body, "operations")).forEach((operation) => readOperation(operation, named));
  else readMembers(field(body, "members"), named.added);
  if (method === "PUT" && field(body, "members") !== undefined) named.replaces = true;
  return named.added.length + named.removed.length > 0 || named.replaces ? { ...named, added: named.added.slice(0, most), removed: named.removed.slice(0, most) } : null;
}

function readOperation(operation: unknown, named: NamedPeople): void {
  const path = text(field(operation, "path"));
  const value = field(operation, "value");
  const op = text(field(operation, "op")).toLowerCase();
  const inPath = /^members\s*\[\s*value\s+eq\s+"([^"]+)"/i.exec(path)?.[1];
  const members = /^members/i.test(path) ? value : field(value, "members");
  if (op === "remove") {
    if (inPath) named.removed.push(inPath);
    else if (/^members$/i.test(path)) readMembers(value, named.removed);
    return;
  }
  if (members === undefined) return;
  if (op === "replace") named.replaces = true;
  readMembers(members, named.added);
}

function readMembers(members: unknown, into: string[]): void {
  for (const member of Array.isArray(members) ? members : [members]) {
    const id = typeof member === "string" ? member : text(field(member, "value"));
    if (id) into.push(id);
  }
}

function field(of: unknown, name: string): unknown {
  if (typeof of !== "object" || of === null) return undefined;
  return Object.entries(of as Json).find(([key]) => key.toLowerCase() === name)?.[1];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function parse(body: string): Json | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Json) : null;
  } catch {
    return null;
  }
}
