import type { RequestAction } from "@/lib/contracts/activity";
import type { Refusal } from "./refusals/refusal";

/** Somebody or something that a call names. `memberId` and `name` are null for who is not known here (any more). */
export type CallPerson = { id: string; memberId: string | null; groupId: string | null; name: string | null };

/** One logged call of an IdP, as the domain reads it. */
export type ScimRequest = {
  id: string;
  connectionId: string | null;
  receivedAt: Date;
  method: string;
  path: string;
  operation: string;
  action: RequestAction;
  resourceId: string | null;
  /** Present name of the person or group that the call was about, when it still exists. */
  resourceName: string | null;
  /** The member behind `resourceId`, where it is a person who is still here. */
  memberId: string | null;
  groupId: string | null;
  status: number;
  scimType: string | null;
  detail: string | null;
  durationMs: number;
  tokenLastFour: string | null;
  quirks: { code: string; count: number; sample?: string }[];
  requestHeaders: Record<string, string>;
  requestBody: string | null;
  responseHeaders: Record<string, string>;
  responseBody: string | null;
  bodyState: "kept" | "none" | "cut" | "redacted" | "private";
  replayOf: string | null;
  replayedBy: string | null;
  remoteAddress: string | null;
  /** Why its credential was refused. */
  refusal: Refusal | null;
};

/** With the names of the people that it puts into a group or takes out of it. */
export type NamedScimRequest = ScimRequest & { people: { added: CallPerson[]; removed: CallPerson[]; replaces: boolean } | null };
