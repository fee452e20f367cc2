import { env } from "@/lib/env";
import { canSendMail } from "@/lib/mail/send-mail";

/** The ways to sign in besides e-mail and password. In development links are offered without a mail server: the log shows them. */
export function signInWays(): { oidcName: string | null; offersLink: boolean; linksGoToLog: boolean } {
  const linksGoToLog = !canSendMail() && !env().production;
  return { oidcName: env().oidc?.name ?? null, offersLink: canSendMail() || linksGoToLog, linksGoToLog };
}
