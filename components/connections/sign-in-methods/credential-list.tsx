"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";
import type { CredentialKind, CredentialWire, IssuedCredentialWire } from "@/lib/contracts/sign-in-method";

type Props = {
  organization: string;
  connectionId: string;
  kind: CredentialKind;
  credentials: (CredentialWire & { user_name?: string })[];
  onIssued: (issued: IssuedCredentialWire) => void;
};

/** Live secrets or passwords by their last four. Two at once are a change-over; then the old one can go. */
export function CredentialList({ organization, connectionId, kind, credentials, onIssued }: Props) {
  const t = useTranslations("signInMethods.secrets");
  const [revoking, setRevoking] = useState<CredentialWire | null>(null);
  const add = useSignInMethodCall(organization, connectionId, (calls, _: null) => calls.addCredential(kind));
  const revoke = useSignInMethodCall(organization, connectionId, (calls, id: string) => calls.revokeCredential(id));

  async function addOne() {
    try {
      onIssued(await add.mutateAsync(null));
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  async function revokeOne() {
    await revoke.mutateAsync(revoking?.credential_id ?? "");
    toast.success(t("revoked"));
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-medium">{kind === "basic" ? t("basicTitle") : t("title")}</p>
      <ul className="divide-y divide-border rounded-md border border-border">
        {credentials.map((credential) => (
          <CredentialRow key={credential.credential_id} credential={credential} alone={credentials.length === 1} onRevoke={setRevoking} />
        ))}
      </ul>
      {credentials.length === 1 ? (
        <Button size="sm" className="self-start" pending={add.isPending} onClick={() => void addOne()}>
          {t("add")}
        </Button>
      ) : null}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => (open ? undefined : setRevoking(null))}
        title={t("revokeTitle", { lastFour: revoking?.last_four ?? "" })}
        description={t("revokeDescription")}
        confirmLabel={t("revoke")}
        onConfirm={revokeOne}
      />
    </div>
  );
}

type RowProps = { credential: Props["credentials"][number]; alone: boolean; onRevoke: (credential: CredentialWire) => void };

function CredentialRow({ credential, alone, onRevoke }: RowProps) {
  const t = useTranslations("signInMethods.secrets");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-sm">
      {credential.user_name ? <code className="font-mono text-xs select-all">{credential.user_name}</code> : null}
      <span>{t.rich("ending", { lastFour: credential.last_four, code: (chunks) => <code>{chunks}</code> })}</span>
      <span className="text-muted">
        {credential.last_used_at ? t.rich("used", { when: () => <RelativeTime at={credential.last_used_at ?? ""} /> }) : t("unused")}
      </span>
      {alone ? null : (
        <Button size="sm" variant="ghost" className="ml-auto" onClick={() => onRevoke(credential)}>
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}
