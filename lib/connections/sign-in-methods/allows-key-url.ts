import { env } from "@/lib/env";

const ENTRA = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];

/** Whether Rollcall may fetch keys from there: Entra's hosts over https, and what the operator opened (`ROLLCALL_FEDERATION_HOSTS`). */
export function allowsKeyUrl(text: string): boolean {
  const url = new URL(text);
  if (env().federationHosts.includes(url.host)) return true;
  return url.protocol === "https:" && url.port === "" && ENTRA.includes(url.hostname);
}
