import type { Refusal } from "./refusals/refusal";

/** One logged call of an IdP, as the domain reads it. */
export type ScimRequest = {
  id: string;
  connectionId: string | null;
  receivedAt: Date;
  method: string;
  path: string;
  operation: string;
  resourceId: string | null;
  /** Present name of the person or group that the call was about, when it still exists. */
  resourceName: string | null;
  status: number;
  scimType: string | null;
  detail: string | null;
  durationMs: number;
  tokenLastFour: string | null;
  quirks: { code: string; count: number; sample?: string }[];
  requestHeaders: Record<string, string>;
  requestBody: string | null;
  responseBody: string | null;
  remoteAddress: string | null;
  /** Why its credential was refused. */
  refusal: Refusal | null;
};
