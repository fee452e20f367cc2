"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { WireSigningKey } from "@/lib/contracts/session";
import { RotateKey } from "./rotate-key";
import { WithdrawKey } from "./withdraw-key";

const tones = { next: "info", current: "success", retired: "neutral", withdrawn: "neutral" } as const;

/** The keys that sign session JWTs: the next one, the current one, and those before. */
export function SigningKeys({ keys, days }: { keys: readonly WireSigningKey[]; days: number }) {
  const t = useTranslations("sessions.keys");
  const stateOf = (key: WireSigningKey) => (key.state === "retired" && !key.published ? "withdrawn" : key.state);
  const columns: DataColumn<WireSigningKey>[] = [
    { id: "key", header: t("key"), hideBelow: "md", cell: (key) => <span className="font-mono text-xs select-all">{key.key_id}</span> },
    { id: "state", header: t("state"), cell: (key) => <StatusBadge tone={tones[stateOf(key)]}>{t(`states.${stateOf(key)}`)}</StatusBadge> },
    { id: "since", header: t("since"), cell: (key) => <span className="text-muted"><Since of={key} /></span> },
    { id: "until", header: t("until"), hideBelow: "sm", cell: (key) => <span className="text-muted">{key.withdrawn_at ? <RelativeTime at={key.withdrawn_at} /> : t("always")}</span> },
    { id: "actions", header: <span className="sr-only">{t("actions")}</span>, align: "right", cell: (key) => (stateOf(key) === "retired" ? <WithdrawKey keyId={key.key_id} /> : null) },
  ];
  const empty = <EmptyState icon={<KeyRound aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} />;
  return (
    <Section title={t("title")} description={t("description", { days })} actions={keys.length > 0 ? <RotateKey /> : null}>
      <DataTable caption={t("title")} columns={columns} rows={keys} getRowId={(key) => key.key_id} interactive={false} empty={empty} />
    </Section>
  );
}

function Since({ of: key }: { of: WireSigningKey }) {
  const t = useTranslations("sessions.keys");
  const time = (at: string) => () => <RelativeTime at={at} />;
  if (key.retired_at) return t.rich("retiredAt", { time: time(key.retired_at) });
  if (key.activated_at) return t.rich("signsSince", { time: time(key.activated_at) });
  return t.rich("madeAt", { time: time(key.created_at) });
}
