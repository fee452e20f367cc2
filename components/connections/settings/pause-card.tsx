"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { ResumeButton } from "../resume-button";
import { useIdpWords } from "../use-idp-words";

/** Stops the IdP's calls for a while, or lets them in again. */
export function PauseCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.settings");
  const pause = useConnectionCall(organization, (calls, id: string) => calls.pause(id));
  const name = connection.display_name;
  const idp = useIdpWords(connection.identity_provider).middle;
  const paused = connection.status === "paused";

  async function confirm() {
    await pause.mutateAsync(connection.connection_id);
    toast.success(t("paused", { name }));
  }

  const action = paused ? (
    <ResumeButton organization={organization} connection={connection} label={t("resume")} />
  ) : (
    <ConfirmDialog
      trigger={<Button>{t("pause")}</Button>}
      title={t("pauseConfirmTitle", { name })}
      description={t("pauseConfirm")}
      confirmLabel={t("pause")}
      tone="plain"
      onConfirm={confirm}
    >
      <p className="text-sm text-muted">{t("pauseTruth", { idp })}</p>
      <blockquote className="border-l-2 border-border-strong pl-3 text-sm text-text">{t("pauseSentence")}</blockquote>
    </ConfirmDialog>
  );
  return (
    <Card>
      <CardHeader
        title={paused ? t("resumeTitle") : t("pauseTitle")}
        description={paused ? t("resumeDescription", { idp }) : t("pauseDescription", { idp })}
        actions={action}
      />
    </Card>
  );
}
