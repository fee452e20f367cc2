"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import type { ComboboxOption } from "@/components/ui/option-list";
import { directoryCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { RoleOwner } from "./member-roles";

/** Gives a person a role by hand. */
export function AssignRole({ owner, options }: { owner: RoleOwner; options: readonly ComboboxOption[] }) {
  const t = useTranslations("members.roles");
  const { name } = owner;
  const [open, setOpen] = useState(false);
  const [roleId, setRoleId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const assign = useDirectoryCall((role: string) => directoryCalls(owner.organization).assignRole(owner.memberId, role));

  async function confirm() {
    if (!roleId) {
      setMissing(true);
      throw new Error(t("rolePlaceholder"));
    }
    await assign.mutateAsync(roleId);
    toast.success(t("assigned", { role: roleId, name }));
  }

  function toggle(next: boolean) {
    setOpen(next);
    setRoleId(null);
    setMissing(false);
  }

  const trigger = (
    <Button size="sm">
      <Plus aria-hidden />
      {t("assign")}
    </Button>
  );
  return (
    <ConfirmDialog trigger={trigger} open={open} onOpenChange={toggle} title={t("assignTitle", { name })} description={t("assignDescription")} confirmLabel={t("assignAction")} tone="plain" onConfirm={confirm}>
      {options.length === 0 ? (
        <p>{t("nothingToAssign")}</p>
      ) : (
        <Field label={t("role")} error={missing && !roleId ? t("rolePlaceholder") : null}>
          <Combobox options={options} value={roleId} onValueChange={setRoleId} placeholder={t("rolePlaceholder")} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
