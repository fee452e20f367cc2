"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import { toast } from "@/lib/client/toast";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";

/** Whether the content of this connection's calls is kept. */
export function PrivacyCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.settings");
  const save = useConnectionCall(organization, (calls, kept: boolean) => calls.update(connection.connection_id, { call_bodies_kept: kept }));
  const change = (kept: boolean): void => save.mutate(kept, { onSuccess: () => toast.success(t("privacySaved")), onError: (error) => toast.error(error.message) });
  const kept = connection.call_bodies_kept;
  return (
    <Card>
      <CardHeader
        className="flex-nowrap"
        title={t("privacyTitle")}
        description={kept ? t("privacyOn") : t("privacyOff")}
        actions={<Switch aria-label={t("privacyTitle")} checked={kept} disabled={save.isPending} onCheckedChange={change} />}
      />
    </Card>
  );
}
