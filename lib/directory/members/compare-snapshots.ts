type Snapshot = Record<string, unknown>;

export type ChangedField = { field: string; before: unknown; after: unknown };

/** What differs between two snapshots of a member in events: attributes by name, those of `name` and the enterprise extension one by one. Pure. */
export function compareSnapshots(before: Snapshot | null, after: Snapshot | null): ChangedField[] {
  // An event of changed roles carries no attributes: it says nothing of them.
  if (!hasAttributes(before) || !hasAttributes(after)) return [];
  const [old, present] = [flatten(before), flatten(after)];
  const names = [...new Set([...old.keys(), ...present.keys()])].sort();
  return names.map((field) => ({ field, before: old.get(field) ?? null, after: present.get(field) ?? null })).filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

/** What a new member came with, as changes from nothing. Pure. */
export function listSnapshot(after: Snapshot | null): ChangedField[] {
  if (!hasAttributes(after)) return [];
  return [...flatten(after)].map(([field, value]) => ({ field, before: null, after: value })).sort((one, other) => (one.field < other.field ? -1 : 1));
}

/** Roles by which two snapshots differ; null where either says nothing of roles. Pure. */
export function compareRoles(before: Snapshot | null, after: Snapshot | null): { gained: string[]; lost: string[] } | null {
  const present = roleIds(after);
  if (!present) return null;
  const old = new Set(roleIds(before) ?? ["org_member"]);
  return { gained: present.filter((role) => !old.has(role)), lost: [...old].filter((role) => !present.includes(role)) };
}

function roleIds(snapshot: Snapshot | null): string[] | null {
  if (!snapshot || !Array.isArray(snapshot.roles)) return null;
  return snapshot.roles.map((role) => String(objectOf(role).role_id));
}

function hasAttributes(snapshot: Snapshot | null): snapshot is Snapshot {
  return snapshot !== null && typeof snapshot.scim_registration === "object" && snapshot.scim_registration !== null && "scim_attributes" in snapshot.scim_registration;
}

/** Attributes by name. The envelope around them (ids, times, what follows from the attributes) is left out. */
function flatten(snapshot: Snapshot): Map<string, unknown> {
  const attributes = objectOf(objectOf(snapshot.scim_registration).scim_attributes);
  const { name, enterprise_extension: enterprise, groups: _groups, id: _id, active: _active, meta: _meta, ...plain } = attributes;
  const external = objectOf(snapshot.scim_registration).external_id;
  return new Map([
    ...Object.entries({ ...plain, external_id: external }).filter(([, value]) => !isEmpty(value)),
    ...Object.entries(objectOf(name)).filter(([, value]) => !isEmpty(value)).map(([key, value]) => [`name.${key}`, value] as const),
    ...Object.entries(objectOf(enterprise)).filter(([, value]) => !isEmpty(value)),
  ]);
}

/** The wire writes what the IdP is silent about as an empty value: it is the same as none. */
function isEmpty(value: unknown): boolean {
  return value === "" || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function objectOf(value: unknown): Snapshot {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Snapshot) : {};
}
