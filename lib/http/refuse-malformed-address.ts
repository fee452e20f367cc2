import type { IncomingMessage, ServerResponse } from "node:http";
import { uuidv7 } from "uuidv7";
import { DomainError } from "@/lib/errors";
import { problem } from "./problem";

/**
 * Answers 400 in the API's envelope where an address cannot be decoded (`%zz`, half a character): Next would answer 500 and no JSON.
 * False: not its business.
 */
export async function refuseMalformedAddress({ url = "" }: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (isDecodable(url.split("?")[0] ?? "")) return false;
  const refusal = new DomainError("invalid", "invalid_request", "path: cannot be decoded.", { fields: { path: "cannot be decoded" } });
  const answer = problem(refusal, `request-id-${uuidv7()}`);
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  return true;
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path).length >= 0;
  } catch {
    return false;
  }
}
