"use client";

import { Minus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RoleMappingPreview, SetRoleMappingsBody } from "@/lib/contracts/role";
import { RoleBadge } from "./role-badge";

const PreviewedNames = dynamic(() => import("./previewed-names").then((module) => module.PreviewedNames), { ssr: false });

type Asked = { organization: string; connectionId: string; mappings: SetRoleMappingsBody["role_mappings"] };
type Props = Asked & { preview: RoleMappingPreview; onConfirm: () => Promise<unknown>; onClose: () => void };

/** Who gains and who loses what, by name and count, before anything is saved. */
export function MappingPreviewDialog({ preview, onConfirm, onClose, ...asked }: Props) {
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
            <PreviewedChange key={`${change.role_id} ${change.change}`} change={change} asked={asked} />
          ))}
        </ul>
      ) : null}
    </ConfirmDialog>
  );
}

function PreviewedChange({ change, asked }: { change: RoleMappingPreview["changes"][number]; asked: Asked }) {
  const t = useTranslations("roles.mapping");
  const [open, setOpen] = useState(false);
  const gained = change.change === "gained";
  return (
    <li className="rounded-lg border border-border">
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-2 rounded-lg px-3 py-2">
          {gained ? <Plus aria-hidden className="size-4 text-success-text" /> : <Minus aria-hidden className="size-4 text-danger-text" />}
          <span>{t.rich(gained ? "gain" : "lose", { count: change.count, role: () => <RoleBadge roleId={change.role_id} /> })}</span>
          <span className="ml-auto text-xs text-muted">{t(open ? "hideNames" : "showNames")}</span>
        </summary>
        {open ? <PreviewedNames {...asked} change={change} /> : null}
      </details>
    </li>
  );
}
