import type { z } from "zod";
import type { CredentialScope } from "./credential-scope";
import type { ErrorType } from "./error-types";
import type { Permission } from "./permission";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One operation of the management API: what its route takes and gives, and who may call it. Routes are made from operations
 * and the OpenAPI document from all of them, so that neither can say what the other does not do.
 */
export type Operation<Path extends string = string, Body = unknown, Query = unknown, Answer extends z.ZodRawShape = z.ZodRawShape> = {
  /** `organizations.members.create`: the SDK's name where it has the operation. */
  id: string;
  method: Method;
  /** `/v1/b2b/organizations/{organization}`: the route's folder with braces for brackets. */
  path: Path;
  /** A line for lists; `description` says what is worth knowing beyond it. */
  summary: string;
  description?: string;
  /** `organization` is checked against one organization, `installation` against the whole, `public` needs no credentials. */
  access: "organization" | "installation" | "public";
  permission: Permission;
  /** What an API credential needs for it. */
  scope: CredentialScope;
  /** Opened for the holder of a set-up link, too. */
  setupLink?: boolean;
  /** Of the whole installation, yet open to a member's session: the handler asks what it allows. */
  memberSession?: boolean;
  body?: z.ZodType<Body>;
  /** A body that works, for the reference; a test sends each one. */
  example?: Readonly<Record<string, unknown>>;
  query?: z.ZodType<Query>;
  /** The payload beside the envelope; `stream` for server-sent events, `csv` for a table. */
  answer: z.ZodObject<Answer> | "stream" | "csv";
  /** Refusals of its own, by error type, beside those that any operation may answer. */
  errors?: readonly ErrorType[];
};

/** The parameters that a path names: `/a/{organization}/b/{member}` has `organization` and `member`. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Record<Name, string> & PathParams<Rest> : unknown;

/** Keeps the exact types of an operation. `body` and `query` are undefined where they are not given. */
export function defineOperation<const Path extends string, Body = undefined, Query = undefined, Answer extends z.ZodRawShape = z.ZodRawShape>(
  operation: Operation<Path, Body, Query, Answer>,
): Operation<Path, Body, Query, Answer> {
  return operation;
}
