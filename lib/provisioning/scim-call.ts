import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";

/** What resources of a connection look like, its own schemas included. */
export type ScimSchemas = { readonly user: ResourceSchema; readonly group: ResourceSchema };

/** Whose resources are meant, and what they look like. */
export type ScimSubject = { scope: ConnectionScope; schemas: ScimSchemas };

/** One authenticated SCIM call, read and routed. */
export type ScimCall = ScimSubject & {
  /** The id in the path, as the client wrote it; "" where the path has none. */
  id: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** The parsed JSON body; undefined where the method has none. */
  body: unknown;
  quirks: QuirkLog;
};

/** What a call did, beyond its status: the set-up page ticks its steps by it. */
export type ScimFact = "member_deactivated" | "membership_added";

/** The answer before it is bytes. */
export type ScimAnswer = {
  status: number;
  body: Resource | null;
  headers?: Record<string, string>;
  /** The resource that the call was about, for the log. */
  resourceId?: string;
  facts?: ScimFact[];
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a uuid; anything else is nobody's id (tolerance 23). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
