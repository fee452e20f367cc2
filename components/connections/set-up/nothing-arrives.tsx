import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";

/** What to look at while no call has come: above all whether this address can be reached from outside. */
export function NothingArrives({ connection, idp }: { connection: ConnectionDetailsWire; idp: string }) {
  const t = useTranslations("connections.setup.watch.nothing");
  const { host, hostname } = new URL(connection.base_url);
  const own = connection.identity_provider === "okta" ? t("okta") : connection.identity_provider === "microsoft-entra" ? t("entra") : t("other", { idp });
  return (
    <>
      {isPrivate(hostname) ? <Callout tone="warning">{t("unreachable", { host })}</Callout> : null}
      <details className="group rounded-md border border-border text-sm open:bg-sunken">
        <summary className="flex cursor-pointer list-none items-center gap-2 rounded-md px-3 py-2 font-medium text-text [&::-webkit-details-marker]:hidden">
          <CircleHelp aria-hidden className="size-4 text-muted" />
          {t("title")}
        </summary>
        <ul className="flex list-disc flex-col gap-1.5 px-3 pb-3 pl-8 text-muted">
          {[t("url", { idp }), t("test", { idp }), t("firewall", { idp }), own].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Addresses that only this machine or network knows (RFC 1918, RFC 6761). */
function isPrivate(hostname: string): boolean {
  return /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])|\.(local|internal|test|localhost)$/.test(hostname);
}
