/** `scimType` keywords of RFC 7644 section 3.12 (table 9) and of RFC 9865 section 2.1. */
export type ScimType =
  | "invalidFilter"
  | "tooMany"
  | "uniqueness"
  | "mutability"
  | "invalidSyntax"
  | "invalidPath"
  | "noTarget"
  | "invalidValue"
  | "invalidVers"
  | "sensitive"
  | "invalidCursor"
  | "expiredCursor"
  | "invalidCount";

/** The error message of RFC 7644 section 3.12. `status` is a JSON string there. */
export type ScimErrorBody = { schemas: string[]; status: string; scimType?: ScimType; detail: string };

const errorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";

/**
 * A refusal that the identity provider may read. `detail` is a sentence that helps its administrator and never holds
 * personal data beyond what the client itself sent.
 */
export class ScimError extends Error {
  override readonly name = "ScimError";

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly scimType?: ScimType,
    readonly headers?: Record<string, string>,
  ) {
    super(detail);
  }

  /** The body of the answer. */
  toBody(): ScimErrorBody {
    return {
      schemas: [errorSchema],
      status: String(this.status),
      ...(this.scimType === undefined ? {} : { scimType: this.scimType }),
      detail: this.detail,
    };
  }
}

/** 400: the filter does not parse, or compares what cannot be compared. */
export const invalidFilter = (detail: string): ScimError => new ScimError(400, detail, "invalidFilter");
/** 400: the path of a PATCH operation (or of `sortBy`) is malformed or names no attribute. */
export const invalidPath = (detail: string): ScimError => new ScimError(400, detail, "invalidPath");
/** 400: the body is not the message that was expected. */
export const invalidSyntax = (detail: string): ScimError => new ScimError(400, detail, "invalidSyntax");
/** 400: a value is missing or does not fit its attribute. */
export const invalidValue = (detail: string): ScimError => new ScimError(400, detail, "invalidValue");
/** 400: the attribute cannot be changed this way. */
export const mutability = (detail: string): ScimError => new ScimError(400, detail, "mutability");
/** 400: the path of a PATCH operation selects nothing. */
export const noTarget = (detail: string): ScimError => new ScimError(400, detail, "noTarget");
/** 409: another resource has this value already. */
export const uniqueness = (detail: string): ScimError => new ScimError(409, detail, "uniqueness");
/** 409: the resource's present state forbids it, and repeating it at once will not help. */
export const conflict = (detail: string): ScimError => new ScimError(409, detail);
/** 400: more than this service processes in one request. */
export const tooMany = (detail: string): ScimError => new ScimError(400, detail, "tooMany");
/** 400: not a cursor of this service (RFC 9865 section 2.1). */
export const invalidCursor = (detail: string): ScimError => new ScimError(400, detail, "invalidCursor");
/** 400: the cursor was valid once (RFC 9865 section 2.1). */
export const expiredCursor = (detail: string): ScimError => new ScimError(400, detail, "expiredCursor");
/** 400: `count` is not a number, or differs from the first page's (RFC 9865 section 2.1). */
export const invalidCount = (detail: string): ScimError => new ScimError(400, detail, "invalidCount");

/** 404: no such resource or endpoint, or one that this client may not see. */
export const notFound = (detail: string): ScimError => new ScimError(404, detail);
/** 401, always with a challenge (RFC 7644 section 2). */
export const unauthorized = (detail: string, challenge = "Bearer"): ScimError =>
  new ScimError(401, detail, undefined, { "WWW-Authenticate": challenge });
/** 403: known, but not permitted. */
export const forbidden = (detail: string): ScimError => new ScimError(403, detail);
/** 405 with the methods that do work (RFC 9110 section 15.5.6). */
export const methodNotAllowed = (detail: string, allow: readonly string[]): ScimError =>
  new ScimError(405, detail, undefined, { Allow: allow.join(", ") });
/** 413: the body exceeds the limit. */
export const payloadTooLarge = (detail: string): ScimError => new ScimError(413, detail);
/** 412: the resource has another version than `If-Match` demands. */
export const preconditionFailed = (detail: string): ScimError => new ScimError(412, detail);
/** 501: an optional feature that this service does not have. */
export const notImplemented = (detail: string): ScimError => new ScimError(501, detail);
/** 500: our own fault; the cause belongs in the log only. */
export const internalError = (detail = "The service failed to answer. The request can be repeated."): ScimError =>
  new ScimError(500, detail);
/** 429. Okta understands `Retry-After` as an integer number of seconds only. */
export const tooManyRequests = (detail: string, retryAfterSeconds: number): ScimError =>
  new ScimError(429, detail, undefined, { "Retry-After": String(Math.max(1, Math.ceil(retryAfterSeconds))) });
