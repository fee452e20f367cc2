import { uuidv7 } from "uuidv7";
import { DomainError } from "@/lib/errors";
import { problem } from "./problem";

/** Every path of the API that does not exist: JSON, since an SDK cannot read our HTML page. */
export function answerUnknownPath(request: Request): Response {
  const { pathname } = new URL(request.url);
  const refusal = new DomainError("not_found", "route_not_found", `There is no ${request.method} ${pathname} here.`);
  return problem(refusal, `request-id-${uuidv7()}`);
}
