import type { ReadAhead, Statement } from "@/lib/db/read-ahead";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";
import type { LongBody } from "./long-body";

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
  /** What came with the credential. */
  ahead?: ReadAhead | null;
};

/** What a query has to know of its connection. */
export type ScopeOfQuery = Pick<ConnectionScope, "connectionId" | "baseUrl">;

/** A call before its credential is known, for reading in one round trip with it. */
export type ComingCall = Pick<ScimCall, "id" | "query" | "schemas"> & { connectionId: string };

/** What an operation will read first, or null where that is not known yet. */
export type ReadsAhead = (call: ComingCall) => Statement | null;

/** What a call did, beyond its status: the set-up page ticks its steps by it. */
export type ScimFact = "member_deactivated" | "membership_added";

/** The answer before it is bytes. */
export type ScimAnswer = {
  status: number;
  body: Resource | null;
  /** In place of `body`, where its JSON was written without values. */
  text?: string;
  /** In place of `body`, where that would be too long to be held. */
  long?: LongBody;
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
