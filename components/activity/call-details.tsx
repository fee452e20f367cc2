import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { KeyValueList, type KeyValue } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { CallEffects } from "./call-effects";
import { CallExchange } from "./call-exchange";
import { causePlaces } from "./cause-places";
import { DirectoryLink } from "./directory-link";
import { FixPlace } from "./fix-place";
import { useQuirkWords } from "./use-quirk-words";
import { useCauseWords } from "./use-cause-words";
import { StatusCode } from "./use-call-columns";

type Props = { organization: string; call: ScimRequestDetailsWire; identityProvider: string; open: (callId: string) => void };

/** Cause and fix, what changed, the facts, what was tolerated, and the redacted exchange. */
export function CallDetails({ organization, call, identityProvider, open }: Props) {
  const words = useCauseWords()(call);
  return (
    <>
      {call.cause && words ? (
        <Callout tone={call.outcome === "partly" ? "warning" : "danger"} title={words.cause}>
          <p>{words.fix}</p>
          <FixPlace identityProvider={identityProvider} place={causePlaces[call.cause] ?? null} />
        </Callout>
      ) : null}
      <CallEffects organization={organization} call={call} />
      <KeyValueList items={useFacts(organization, call, open)} />
      {call.quirks.length > 0 ? <Quirks call={call} /> : null}
      <CallExchange call={call} />
    </>
  );
}

function useFacts(organization: string, call: ScimRequestDetailsWire, open: (callId: string) => void): KeyValue[] {
  const t = useTranslations("activity");
  const link = (path: string, text: string) => <DirectoryLink organization={organization} path={path} className="font-medium text-accent-text hover:underline">{text}</DirectoryLink>;
  const subject = call.member_id ? link(`members/${call.member_id}`, call.subject ?? "") : call.group_id ? link(`groups/${call.group_id}`, call.subject ?? "") : call.subject;
  const { replay_of: original } = call;
  const again = original ? t.rich("details.repeats", { name: call.replayed_by ?? "", call: (chunks) => <button type="button" className="font-medium text-accent-text hover:underline" onClick={() => open(original)}>{chunks}</button> }) : null;
  return [
    { key: "when", label: t("details.when"), value: <RelativeTime at={call.received_at} /> },
    { key: "status", label: t("details.status"), value: <StatusCode status={call.status} /> },
    { key: "took", label: t("details.took"), value: t("milliseconds", { value: call.duration_ms }) },
    { key: "about", label: t("details.resource"), value: subject },
    ...(again ? [{ key: "again", label: t("replay.open"), value: again }] : [{ key: "token", label: t("details.token"), value: call.token_last_four ? t("details.tokenEnding", { lastFour: call.token_last_four }) : t("details.tokenNone") }]),
    { key: "from", label: t("details.from"), value: call.remote_address },
    ...(call.detail ? [{ key: "error", label: t("details.error"), value: call.scim_type ? `${call.detail} (${call.scim_type})` : call.detail }] : []),
  ];
}

function Quirks({ call }: { call: ScimRequestDetailsWire }) {
  const t = useTranslations("activity.details");
  const words = useQuirkWords();
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-text">{t("quirks")}</h3>
      <ul className="flex flex-col gap-1.5 text-sm">
        {call.quirks.map((quirk) => (
          <li key={quirk.code} className="flex flex-wrap items-baseline gap-x-2 text-muted">
            <span>{words(quirk.code)}</span>
            <Badge tone="neutral" title={quirk.code}>{t("quirkCount", { count: quirk.count })}</Badge>
            {quirk.sample ? <code className="font-mono text-xs wrap-anywhere">{quirk.sample}</code> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
