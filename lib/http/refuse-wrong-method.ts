import type { IncomingMessage, ServerResponse } from "node:http";
import { uuidv7 } from "uuidv7";
import { DomainError } from "@/lib/errors";
import { findAllowedMethods } from "./find-allowed-methods";
import { problem } from "./problem";

/**
 * Answers 405 in the API's envelope where an address exists but not with this method: Next would answer it without a body,
 * which an SDK cannot read. False: not its business.
 */
export async function refuseWrongMethod(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { url = "", method = "GET" } = request;
  if (!url.startsWith("/v1/") || method === "OPTIONS") return false;
  const pathname = url.split("?")[0] ?? "";
  const allowed = findAllowedMethods(pathname);
  if (!allowed || allowed.includes(method === "HEAD" ? "GET" : method)) return false;
  const refusal = new DomainError("not_allowed", "method_not_allowed", `There is no ${method} at ${pathname}; there is ${allowed.join(", ")}.`);
  const answer = problem(refusal, `request-id-${uuidv7()}`);
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), allow: allowed.join(", ") });
  response.end(await answer.text());
  return true;
}
