import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { fetchJson } from "@/lib/outbound/fetch-json";
import { isTrustedKeyHost } from "./allows-issuer-keys-url";

const shared = ((globalThis as { rollcallIssuerKeys?: Map<string, JWTVerifyGetKey> }).rollcallIssuerKeys ??= new Map<string, JWTVerifyGetKey>());

/** The keys behind a JWKS URL: fetched when first needed, kept for ten minutes, fetched again (at most every 30 s) for an unknown `kid`. */
export function issuerKeys(jwksUrl: string): JWTVerifyGetKey {
  const known = shared.get(jwksUrl);
  if (known) return known;
  const fresh = createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: 30_000,
    // jose's own call would follow the name wherever it leads.
    [customFetch]: async (url) => Response.json(await fetchJson(new URL(url), { trusted: isTrustedKeyHost(new URL(url)) })),
  });
  shared.set(jwksUrl, fresh);
  return fresh;
}
