"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoleBadge } from "@/components/roles/role-badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { MoveLossWire, MoveWire } from "@/lib/contracts/move";
import { movePath } from "../connection-path";

type OnlyOld = "keep" | "deactivate";

/** Ends a move, after saying what that does to whom. */
export function FinishMove({ organization, move, losses }: { organization: string; move: MoveWire; losses: readonly MoveLossWire[] }) {
  const t = useTranslations("move.open");
  const router = useRouter();
  const [onlyOld, setOnlyOld] = useState<OnlyOld>("deactivate");
  const finish = useDirectoryCall((body: { only_old: OnlyOld }) => moveCalls(organization, move.to.connection_id).finish(body));
  const names = { from: move.from.display_name, to: move.to.display_name };
  const { counts } = move;

  async function confirm() {
    await finish.mutateAsync({ only_old: onlyOld });
    toast.success(t("finished", names));
    router.replace(movePath(organization, move.to.connection_id));
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t("finish")}</Button>}
      title={t("finishTitle", names)}
      description={t("finishDescription", { ...names, matched: counts.matched })}
      confirmLabel={t("finish")}
      tone={losses.length > 0 || counts.only_old > 0 ? "danger" : "plain"}
      typeToConfirm={names.from}
      onConfirm={confirm}
    >
      {counts.ambiguous > 0 ? <Callout tone="warning">{t("ambiguous", { count: counts.ambiguous })}</Callout> : null}
      {losses.length > 0 ? (
        <Callout tone="warning" title={t("losses", names)}>
          <ul>
            {losses.map((loss) => (
              <li key={loss.role_id}>{t.rich("loss", { count: loss.count, role: () => <RoleBadge roleId={loss.role_id} /> })}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {counts.only_old > 0 ? (
        <Field label={t("onlyOld", { ...names, count: counts.only_old })}>
          <RadioGroup
            value={onlyOld}
            onValueChange={(value) => setOnlyOld(value === "keep" ? "keep" : "deactivate")}
            options={(["deactivate", "keep"] as const).map((value) => ({ value, label: t(value), description: t(`${value}Description`) }))}
          />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
