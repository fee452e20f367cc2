"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { trustedIssuerCalls } from "@/lib/client/mutations/session-calls";
import { toast } from "@/lib/client/toast";
import type { WireTrustedIssuer } from "@/lib/contracts/session";

/** Trusts an issuer no longer, after asking. */
export function RemoveIssuer({ issuer }: { issuer: WireTrustedIssuer }) {
  const t = useTranslations("sessions.issuers");
  const router = useRouter();
  const name = issuer.name || issuer.issuer;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger-outline" aria-label={t("removeLabel", { name })}>
          {t("remove")}
        </Button>
      }
      title={t("removeTitle", { name })}
      description={t("removeDescription")}
      confirmLabel={t("remove")}
      onConfirm={async () => {
        await trustedIssuerCalls.remove(issuer.trusted_issuer_id);
        toast.success(t("removed", { name }));
        router.refresh();
      }}
    />
  );
}
