"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RoleMappingPreview } from "@/lib/contracts/role";
import { RoleBadge } from "./role-badge";

type Props = { preview: RoleMappingPreview; onConfirm: () => Promise<unknown>; onClose: () => void };

/** Who gains and who loses what, by name and count, before anything is saved. */
export function MappingPreviewDialog({ preview, onConfirm, onClose }: Props) {
  const t = useTranslations("roles.mapping");
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={t("previewTitle")}
      description={preview.changes.length > 0 ? t("previewDescription") : t("previewNobody")}
      confirmLabel={t("save")}
      tone={preview.warnings.length > 0 ? "danger" : "plain"}
      onConfirm={onConfirm}
    >
      {preview.warnings.map((warning) => (
        <Callout key={warning} tone="warning">
          {t(`warnings.${warning}`)}
        </Callout>
      ))}
      {preview.changes.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {preview.changes.map((change) => (
            <PreviewedChange key={`${change.role_id} ${change.change}`} change={change} />
          ))}
        </ul>
      ) : null}
    </ConfirmDialog>
  );
}

function PreviewedChange({ change }: { change: RoleMappingPreview["changes"][number] }) {
  const t = useTranslations("roles.mapping");
  const gained = change.change === "gained";
  const rest = change.count - change.members.length;
  return (
    <li className="rounded-lg border border-border">
      <details className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-2 rounded-lg px-3 py-2">
          {gained ? <Plus aria-hidden className="size-4 text-success-text" /> : <Minus aria-hidden className="size-4 text-danger-text" />}
          <span>{t.rich(gained ? "gain" : "lose", { count: change.count, role: () => <RoleBadge roleId={change.role_id} /> })}</span>
          <span className="ml-auto text-xs text-muted group-open:hidden">{t("showNames")}</span>
        </summary>
        <ul className="max-h-48 overflow-y-auto border-t border-border px-3 py-2 text-muted" tabIndex={0} aria-label={t("names")}>
          {change.members.map((member) => (
            <li key={member.member_id} className="truncate py-0.5">
              <span className="text-text">{member.name || member.email_address}</span> {member.name ? member.email_address : null}
            </li>
          ))}
          {rest > 0 ? <li className="py-0.5">{t("andMore", { count: rest })}</li> : null}
        </ul>
      </details>
    </li>
  );
}
