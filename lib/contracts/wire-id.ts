const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

export type WireKind = "organization" | "member" | "scim-connection" | "member-session" | "signing-key" | "trusted-issuer";

/** The bare uuid of `member-<uuid>` or of the uuid alone; null for anything else, so that no statement ever meets it. */
export function parseWireId(kind: WireKind | "group", text: string): string | null {
  return new RegExp(`^(?:${kind}-)?(${uuid})$`, "i").exec(text)?.[1]?.toLowerCase() ?? null;
}

export function toWireId(kind: WireKind, id: string): string {
  return `${kind}-${id}`;
}
