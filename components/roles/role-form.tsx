"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { catalogueCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { Role } from "@/lib/contracts/role";
import { parseLines, toLines } from "./permission-lines";
import { useRoleDescription } from "./use-role-description";

type Values = { role_id: string; description: string; permissions: string };

export function RoleForm({ role, close }: { role: Role | undefined; close: () => void }) {
  const t = useTranslations("roles.catalogue");
  const common = useTranslations("common");
  const describe = useRoleDescription();
  const fixed = role?.role_id === "org_admin";
  // A built-in description is read in the reader's language; untouched, it stays what it is.
  const shown = role ? describe(role) : "";
  const form = useForm<Values>({ defaultValues: { role_id: role?.role_id ?? "", description: shown, permissions: toLines(role?.permissions ?? []) } });
  const save = useDirectoryCall(({ role_id, description, permissions }: Role) => (role ? catalogueCalls.update(role_id, { description, ...(fixed ? {} : { permissions }) }) : catalogueCalls.create({ role_id, description, permissions })));

  async function submit(values: Values) {
    const parsed = parseLines(values.permissions);
    if ("wrongLine" in parsed) return form.setError("permissions", { message: t("permissionsInvalid", { line: parsed.wrongLine }) }, { shouldFocus: true });
    await save.mutateAsync({ role_id: values.role_id.trim(), description: role && values.description === shown ? role.description : values.description, permissions: parsed.permissions });
    toast.success(t(role ? "updated" : "created", { role: values.role_id.trim() }));
    close();
  }

  return (
    <FormDialog form={form} onSubmit={submit} size="md" title={role ? t("editTitle", { role: role.role_id }) : t("createTitle")} submitLabel={role ? common("save") : t("create")}>
      {role ? null : (
        <FormField<Values> name="role_id" label={t("roleId")} hint={t("roleIdHint")} required>
          {(field) => <Input {...field} autoComplete="off" spellCheck={false} autoFocus />}
        </FormField>
      )}
      <FormField<Values> name="description" label={t("roleDescription")}>
        {(field) => <Textarea {...field} rows={3} />}
      </FormField>
      {fixed ? (
        <p className="text-sm text-muted">{t("fixed")}</p>
      ) : (
        <FormField<Values> name="permissions" label={t("permissions")} hint={t("permissionsHint")}>
          {(field) => <Textarea {...field} rows={4} className="font-mono text-xs" spellCheck={false} />}
        </FormField>
      )}
    </FormDialog>
  );
}
