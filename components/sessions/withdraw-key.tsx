"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { signingKeyCalls } from "@/lib/client/mutations/session-calls";
import { toast } from "@/lib/client/toast";

/** Takes a retired key out of the published ones before its time. */
export function WithdrawKey({ keyId }: { keyId: string }) {
  const t = useTranslations("sessions.keys");
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger-outline" aria-label={t("withdrawLabel", { key: keyId })}>
          {t("withdraw")}
        </Button>
      }
      title={t("withdrawTitle")}
      description={t("withdrawDescription")}
      confirmLabel={t("withdraw")}
      onConfirm={async () => {
        await signingKeyCalls.withdraw(keyId);
        toast.success(t("withdrawn"));
        router.refresh();
      }}
    />
  );
}
