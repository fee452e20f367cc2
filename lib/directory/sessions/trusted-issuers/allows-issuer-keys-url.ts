import { env } from "@/lib/env";

/** Whether the operator vouches for a host (ROLLCALL_ISSUER_HOSTS): its keys may come over http and from a private network. */
export function isTrustedKeyHost(url: URL): boolean {
  return env().issuerHosts.includes(url.host);
}

/** Whether keys may be fetched from there at all: https, or a host that the operator named. The address itself is checked at the call. */
export function allowsIssuerKeysUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isTrustedKeyHost(url) ? /^https?:$/.test(url.protocol) : url.protocol === "https:";
}
