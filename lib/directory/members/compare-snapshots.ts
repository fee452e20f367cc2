type Snapshot = Record<string, unknown>;

/** What differs between two snapshots of a member in events: attribute names, those of `name` and the enterprise extension one by one. Pure. */
export function compareSnapshots(before: Snapshot | null, after: Snapshot | null): string[] {
  if (!before || !after) return [];
  const [old, present] = [flatten(before), flatten(after)];
  const names = [...new Set([...old.keys(), ...present.keys()])];
  return names.filter((name) => JSON.stringify(old.get(name) ?? null) !== JSON.stringify(present.get(name) ?? null)).sort();
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
