import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that carries a session cookie but was started by another site. Browsers tell by `Sec-Fetch-Site`;
 * where they leave it out (plain http in a local network) `Origin` must be ours. SameSite=Lax stands before this.
 * @throws DomainError `forbidden`
 */
export function checkSameOrigin(request: { method: string; headers: Headers }): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const ours = site === null ? isOwnOrigin(request.headers) : site === "same-origin";
  if (!ours) throw new DomainError("forbidden", "cross_site_request", "This request came from another site.");
}

function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { origin: normal, host } = new URL(origin);
  return normal === new URL(env().publicUrl).origin || host === headers.get("host");
}
