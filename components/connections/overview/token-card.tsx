"use client";

import { useTranslations } from "next-intl";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectionDetailsWire, TokenWire } from "@/lib/contracts/connection";
import { useIdpWords } from "../use-idp-words";
import { OpenRotation } from "./open-rotation";
import { StartRotation } from "./start-rotation";

type Props = { organization: string; connection: ConnectionDetailsWire; mayUpdate: boolean };

/** What is known of the connection's token, and its replacement without an interruption. */
export function TokenCard({ organization, connection, mayUpdate }: Props) {
  const t = useTranslations("connections.token");
  const current = connection.tokens.find((token) => token.slot === "current");
  const next = connection.tokens.find((token) => token.slot === "next");
  return (
    <Card id="token">
      <CardHeader title={t("title")} description={t("description", { idp: useIdpWords(connection.identity_provider).start })} />
      <CardBody className="flex flex-col gap-4">
        {current ? <TokenFacts token={current} label={next ? t("old") : t("current")} /> : null}
        {next ? <TokenFacts token={next} label={t("next")} /> : null}
        {current && next ? <OpenRotation organization={organization} connection={connection} current={current} next={next} mayUpdate={mayUpdate} /> : null}
      </CardBody>
      {mayUpdate ? (
        <StartRotation organization={organization} connection={connection} open={Boolean(next)} frame={(button) => <CardFooter>{button}</CardFooter>} />
      ) : null}
    </Card>
  );
}

function TokenFacts({ token, label }: { token: TokenWire; label: string }) {
  const t = useTranslations("connections.token");
  const facts = [
    { key: "created", label: t("created"), value: <RelativeTime at={token.created_at} /> },
    { key: "lastUsed", label: t("lastUsed"), value: token.last_used_at ? <RelativeTime at={token.last_used_at} /> : t("never") },
    { key: "expires", label: t("expires"), value: <Expiry at={token.expires_at} /> },
    { key: "calls", label: t("calls"), value: t("callCount", { count: token.call_count }) },
  ];
  return (
    <div className="rounded-md border border-border p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="text-sm font-medium text-text">{label}</span>
        <code className="font-mono text-sm text-text">{t("ending", { lastFour: token.last_four })}</code>
      </div>
      <dl className="mt-2.5 grid grid-cols-2 gap-3 sm:grid-cols-4 text-xs">
        {facts.map((fact) => (
          <div key={fact.key} className="min-w-0">
            <dt className="text-muted">{fact.label}</dt>
            <dd className="mt-0.5 text-text">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Expiry({ at }: { at: string | null }) {
  const t = useTranslations("connections.token");
  return at ? <RelativeTime at={at} /> : t("expiresNever");
}
