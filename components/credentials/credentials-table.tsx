"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { useRevokeCredential } from "@/lib/client/mutations/use-credentials";
import type { WireCredential } from "@/lib/contracts/credential";
import { ScopeBadges } from "./scope-badges";

/** The live API credentials. */
export function CredentialsTable({ credentials }: { credentials: WireCredential[] }) {
  const t = useTranslations("operator.credentials");
  const columns: DataColumn<WireCredential>[] = [
    { id: "name", header: t("name"), cell: (row) => <NameCell credential={row} /> },
    { id: "scopes", header: t("scopes"), hideBelow: "sm", cell: (row) => <ScopeBadges scopes={row.scopes} /> },
    { id: "secret", header: t("secret"), hideBelow: "md", cell: (row) => <code className="font-mono text-xs text-muted">{t("masked", { lastFour: row.secret_last_four })}</code> },
    {
      id: "used",
      header: t("lastUsed"),
      cell: (row) => <span className="text-muted">{row.last_used_at ? <RelativeTime at={row.last_used_at} /> : t("neverUsed")}</span>,
    },
    { id: "created", header: t("created"), hideBelow: "lg", cell: (row) => <RelativeTime at={row.created_at} className="text-muted" /> },
    { id: "actions", header: <span className="sr-only">{t("actions")}</span>, align: "right", cell: (row) => <RevokeButton credential={row} /> },
  ];
  const empty = <EmptyState icon={<KeyRound aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} />;
  return <DataTable caption={t("title")} columns={columns} rows={credentials} getRowId={(row) => row.credential_id} interactive={false} empty={empty} />;
}

function NameCell({ credential }: { credential: WireCredential }) {
  const t = useTranslations("operator.credentials");
  return (
    <span className="flex flex-col gap-1 py-0.5">
      <span className="font-medium wrap-break-word">{credential.name}</span>
      <span className="flex flex-col items-start gap-1 sm:hidden">
        <ScopeBadges scopes={credential.scopes} />
        <code className="font-mono text-xs text-muted">{t("masked", { lastFour: credential.secret_last_four })}</code>
      </span>
    </span>
  );
}

function RevokeButton({ credential }: { credential: WireCredential }) {
  const t = useTranslations("operator.credentials");
  const router = useRouter();
  const revoke = useRevokeCredential();
  async function confirm() {
    await revoke.mutateAsync(credential.credential_id);
    toast.success(t("revoked", { name: credential.name }));
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          {t("revoke")}
        </Button>
      }
      title={t("revokeTitle", { name: credential.name })}
      description={t("revokeDescription", { lastFour: credential.secret_last_four })}
      confirmLabel={t("revoke")}
      onConfirm={confirm}
    />
  );
}
