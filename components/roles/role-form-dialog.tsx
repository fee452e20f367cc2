"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { catalogueCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { Role } from "@/lib/contracts/role";
import { parseLines, toLines } from "./permission-lines";

type Values = { role_id: string; description: string; permissions: string };

/** Makes a role of the catalogue, or changes one. */
export function RoleFormDialog({ role, trigger }: { role?: Role; trigger: ReactNode }) {
  const t = useTranslations("roles.catalogue");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const fixed = role?.role_id === "org_admin";
  const form = useForm<Values>({ values: { role_id: role?.role_id ?? "", description: role?.description ?? "", permissions: toLines(role?.permissions ?? []) } });
  const save = useDirectoryCall(({ role_id, description, permissions }: Role) => (role ? catalogueCalls.update(role_id, { description, ...(fixed ? {} : { permissions }) }) : catalogueCalls.create({ role_id, description, permissions })));

  async function submit(values: Values) {
    const parsed = parseLines(values.permissions);
    if ("wrongLine" in parsed) return form.setError("permissions", { message: t("permissionsInvalid", { line: parsed.wrongLine }) }, { shouldFocus: true });
    await save.mutateAsync({ role_id: values.role_id.trim(), description: values.description, permissions: parsed.permissions });
    toast.success(t(role ? "updated" : "created", { role: values.role_id.trim() }));
    setOpen(false);
    form.reset();
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={role ? t("editTitle", { role: role.role_id }) : t("createTitle")}>
        <DialogBody>
          <Form form={form} onSubmit={submit} id="role-form">
            {role ? null : (
              <FormField<Values> name="role_id" label={t("roleId")} hint={t("roleIdHint")} required>
                {(field) => <Input {...field} autoComplete="off" spellCheck={false} />}
              </FormField>
            )}
            <FormField<Values> name="description" label={t("roleDescription")}>
              {(field) => <Input {...field} />}
            </FormField>
            <FormField<Values> name="permissions" label={t("permissions")} hint={fixed ? t("fixed") : t("permissionsHint")}>
              {(field) => <Textarea {...field} rows={4} disabled={fixed} className="font-mono text-xs" spellCheck={false} />}
            </FormField>
          </Form>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton form="role-form" pending={save.isPending}>
            {role ? common("save") : t("create")}
          </SubmitButton>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
