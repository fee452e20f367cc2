"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Select } from "@/components/ui/select";
import { useSchemaCall } from "@/lib/client/mutations/use-schema-call";
import { toast } from "@/lib/client/toast";
import type { ConnectionSchemaWire, CreateSchemaBody } from "@/lib/contracts/connection-schema";
import { AttributeRows } from "./attribute-rows";
import { defaultUrn } from "./default-urn";

type Props = { organization: string; connectionId: string; schema: ConnectionSchemaWire | null; known: readonly ConnectionSchemaWire[]; onClose: () => void };
export type SchemaForm = z.input<typeof CreateSchemaBody>;

/** Adds a schema, or changes its name and attributes. What the form does not show of an attribute stays as it is. */
export function SchemaDialog({ organization, connectionId, schema, known, onClose }: Props) {
  const t = useTranslations("schemas.dialog");
  const types = useTranslations("schemas");
  const form = useForm<SchemaForm, unknown, CreateSchemaBody>({
    resolver: lazyResolver(() => import("@/lib/contracts/connection-schema").then((contract) => contract.CreateSchemaBody)),
    defaultValues: schema ?? { name: "", description: "", resource_type: "User", urn: defaultUrn(organization, "User", known), attributes: [{ name: "", type: "string", description: "", multi_valued: false }] },
  });
  const save = useSchemaCall(organization, connectionId, (calls, body: CreateSchemaBody) => (schema ? calls.update(schema.schema_id, body) : calls.create(body)));

  async function submit(body: CreateSchemaBody) {
    await save.mutateAsync(body);
    toast.success(t(schema ? "saved" : "created", { name: body.name }));
    onClose();
  }

  function chooseType(value: string) {
    const type = value === "Group" ? "Group" : "User";
    form.setValue("resource_type", type);
    if (!form.formState.dirtyFields.urn) form.setValue("urn", defaultUrn(organization, type, known));
  }

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <FormDialog
        form={form}
        onSubmit={submit}
        size="lg"
        title={schema ? t("editTitle", { name: schema.name }) : t("createTitle")}
        description={t("description")}
        submitLabel={schema ? t("save") : t("create")}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField<SchemaForm, "name"> name="name" label={t("name")} hint={t("nameHint")} required>
            {(field) => <Input {...field} autoComplete="off" maxLength={100} />}
          </FormField>
          <FormField<SchemaForm, "resource_type"> name="resource_type" label={t("resourceType")}>
            {(field) => (
              <Select
                value={field.value ?? "User"}
                onValueChange={chooseType}
                disabled={schema !== null}
                options={[
                  { value: "User", label: types("forUsers") },
                  { value: "Group", label: types("forGroups") },
                ]}
              />
            )}
          </FormField>
        </div>
        <FormField<SchemaForm, "urn"> name="urn" label={t("urn")} hint={schema ? t("urnFixed") : undefined} required>
          {(field) => <Input {...field} readOnly={schema !== null} spellCheck={false} autoComplete="off" className="font-mono text-xs" />}
        </FormField>
        <AttributeRows />
      </FormDialog>
    </Dialog>
  );
}
