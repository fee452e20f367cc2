import { createHash } from "node:crypto";
import { holdEarlyClicks } from "./hold-early-clicks";

const inline = createHash("sha256").update(holdEarlyClicks).digest("base64");

/**
 * What a page may load. Scripts only with the nonce of this answer (and what they load themselves) and the one that holds early clicks; images from anywhere,
 * since an organization's logo may live anywhere; no frame around us. Styles stay inline: React writes style attributes.
 */
export function contentSecurityPolicy(nonce: string, production: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'sha256-${inline}' 'strict-dynamic'${production ? "" : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https: http:",
    "font-src 'self' data:",
    `connect-src 'self'${production ? "" : " ws:"}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}
