import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { KeyValueList, type KeyValue } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { useCauseWords } from "./use-cause-words";
import { StatusCode } from "./use-call-columns";

/** Cause and fix, the facts, what was tolerated, and the redacted exchange. */
export function CallDetails({ call }: { call: ScimRequestDetailsWire }) {
  const t = useTranslations("activity");
  const words = useCauseWords()(call);
  const headers = Object.entries(call.request_headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <>
      {words ? (
        <Callout tone="danger" title={words.cause}>
          {words.fix}
        </Callout>
      ) : null}
      <KeyValueList items={useFacts(call)} />
      {call.quirks.length > 0 ? <Quirks call={call} /> : null}
      <section className="flex flex-col gap-3">
        <p className="text-xs text-muted">{t("details.redacted")}</p>
        <CodeBlock name={t("details.request")} code={`${call.method} ${call.path}`} />
        {headers.length > 0 ? <CodeBlock name={t("details.headers")} code={headers.join("\n")} /> : null}
        {call.request_body ? <CodeBlock name={t("details.request")} code={call.request_body} /> : null}
        <CodeBlock name={t("details.response")} code={call.response_body || t("details.noBody")} />
      </section>
    </>
  );
}

function useFacts(call: ScimRequestDetailsWire): KeyValue[] {
  const t = useTranslations("activity");
  const facts: KeyValue[] = [
    { key: "when", label: t("details.when"), value: <RelativeTime at={call.received_at} /> },
    { key: "status", label: t("details.status"), value: <StatusCode status={call.status} /> },
    { key: "took", label: t("details.took"), value: t("milliseconds", { value: call.duration_ms }) },
    { key: "about", label: t("details.resource"), value: call.subject },
    { key: "token", label: t("details.token"), value: call.token_last_four ? t("details.tokenEnding", { lastFour: call.token_last_four }) : t("details.tokenNone") },
    { key: "from", label: t("details.from"), value: call.remote_address },
  ];
  return call.detail ? [...facts, { key: "error", label: t("details.error"), value: call.scim_type ? `${call.detail} (${call.scim_type})` : call.detail }] : facts;
}

function Quirks({ call }: { call: ScimRequestDetailsWire }) {
  const t = useTranslations("activity.details");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-text">{t("quirks")}</h3>
      <ul className="flex flex-wrap gap-2">
        {call.quirks.map((quirk) => (
          <li key={quirk.code}>
            <Badge tone="warning" title={quirk.sample}>{`${quirk.code} · ${t("quirkCount", { count: quirk.count })}`}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
