const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

export type WireKind =
  | "organization"
  | "member"
  | "scim-connection"
  | "group"
  | "scim-schema"
  | "request-id"
  | "invitation"
  | "credential"
  | "webhook-endpoint"
  | "delivery"
  | "event"
  | "audit-entry"
  | "member-session"
  | "signing-key"
  | "trusted-issuer"
  | "setup-link";

/** The bare uuid of `member-<uuid>` or of the uuid alone; null for anything else, so that no statement ever meets it. */
export function parseWireId(kind: WireKind, text: string): string | null {
  return new RegExp(`^(?:${kind}-)?(${uuid})$`, "i").exec(text)?.[1]?.toLowerCase() ?? null;
}

export function toWireId(kind: WireKind, id: string): string {
  return `${kind}-${id}`;
}
