"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ApiError } from "@/lib/client/api-error";
import { signingKeyCalls } from "@/lib/client/mutations/session-calls";
import { toast } from "@/lib/client/toast";

/** Lets the next key sign now. When it is too new to be known, says so and asks again. */
export function RotateKey() {
  const t = useTranslations("sessions.keys");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [tooNew, setTooNew] = useState(false);
  function change(next: boolean) {
    setOpen(next);
    if (!next) setTooNew(false);
  }
  async function rotate() {
    await signingKeyCalls.rotate(tooNew).catch((error: unknown) => {
      if (error instanceof ApiError && error.errorType === "signing_key_too_new") setTooNew(true);
      throw error;
    });
    toast.success(t("rotated"));
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <RefreshCw aria-hidden />
          {t("rotate")}
        </Button>
      }
      open={open}
      onOpenChange={change}
      title={t("rotateTitle")}
      description={t("rotateDescription")}
      confirmLabel={tooNew ? t("rotateForce") : t("rotate")}
      tone={tooNew ? "danger" : "plain"}
      onConfirm={rotate}
    />
  );
}
