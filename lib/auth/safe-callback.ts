import { env } from "@/lib/env";

/** Where to go after sign-in: a path of this installation, whatever was asked for. `//evil.example` and the like become `/`. */
export function safeCallback(wanted: string | undefined | null): string {
  if (!wanted) return "/";
  const base = new URL(env().publicUrl);
  if (!URL.canParse(wanted, base)) return "/";
  const url = new URL(wanted, base);
  if (url.origin !== base.origin) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/..//evil.example` normalizes to `//evil.example`, which a browser reads as a host.
  return path.startsWith("//") || path.startsWith("/api/") ? "/" : path;
}
