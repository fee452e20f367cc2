"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { MoveWire } from "@/lib/contracts/move";
import { connectionPath } from "../connection-path";

/** Gives a move up. */
export function CancelMove({ organization, move }: { organization: string; move: MoveWire }) {
  const t = useTranslations("move.open");
  const router = useRouter();
  const cancel = useDirectoryCall(() => moveCalls(organization, move.from.connection_id).cancel());
  const names = { from: move.from.display_name, to: move.to.display_name };

  async function confirm() {
    await cancel.mutateAsync(undefined);
    toast.success(t("cancelled"));
    router.push(connectionPath(organization, move.from.connection_id));
  }

  return (
    <ConfirmDialog trigger={<Button>{t("cancel")}</Button>} title={t("cancelTitle", names)} description={t("cancelDescription", names)} confirmLabel={t("cancel")} onConfirm={confirm} />
  );
}
