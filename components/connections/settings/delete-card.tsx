"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { connectionCalls } from "@/lib/client/mutations/connection-calls";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { useIdpWords } from "../use-idp-words";

/** Deletes the connection after its name was typed, and asks what happens to its people. */
export function DeleteCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.settings");
  const { middle } = useIdpWords(connection.identity_provider);
  const router = useRouter();
  const [members, setMembers] = useState<"keep" | "deactivate">("keep");
  const { display_name: name, counts } = connection;

  async function confirm() {
    await connectionCalls(organization).remove(connection.connection_id, { members });
    toast.success(t("deleted", { name }));
    router.push(`/organizations/${organization}/connections`);
    router.refresh();
  }

  const people = (
    <Field label={t("peopleLegend", { count: counts.people })}>
      <RadioGroup
        value={members}
        onValueChange={(value) => setMembers(value === "deactivate" ? "deactivate" : "keep")}
        options={(["keep", "deactivate"] as const).map((value) => ({ value, label: t(value), description: t(`${value}Description`) }))}
      />
    </Field>
  );
  return (
    <Card className="border-danger-border">
      <CardHeader
        title={t("deleteTitle")}
        description={t("deleteDescription")}
        actions={
          <ConfirmDialog
            trigger={<Button variant="danger-outline">{t("delete")}</Button>}
            title={t("deleteConfirmTitle", { name })}
            description={t("deleteConfirm", { groups: counts.groups, mappings: counts.mappings, idp: middle })}
            confirmLabel={t("delete")}
            typeToConfirm={name}
            onConfirm={confirm}
          >
            {counts.people > 0 ? people : null}
          </ConfirmDialog>
        }
      />
    </Card>
  );
}
