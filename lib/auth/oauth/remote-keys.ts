import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";

type Shared = { keys?: Map<string, JWTVerifyGetKey> };
const shared = ((globalThis as { rollcallRemoteKeys?: Shared }).rollcallRemoteKeys ??= {});

/** The signing keys behind a JWKS URL: fetched when first needed, cached by `kid`, fetched again (at most every 30 s) for an unknown one. */
export function remoteKeys(jwksUrl: string): JWTVerifyGetKey {
  const keys = (shared.keys ??= new Map<string, JWTVerifyGetKey>());
  const known = keys.get(jwksUrl);
  if (known) return known;
  const fresh = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5000, cooldownDuration: 30_000 });
  keys.set(jwksUrl, fresh);
  return fresh;
}
