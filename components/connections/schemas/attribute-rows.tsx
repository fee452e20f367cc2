"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FormField } from "@/components/ui/form";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { simpleAttributeTypes } from "@/lib/contracts/connection-schema";
import type { SchemaForm } from "./schema-dialog";

/** The attributes of the schema, one after the other. */
export function AttributeRows() {
  const t = useTranslations("schemas.dialog");
  const { control } = useFormContext<SchemaForm>();
  const { fields, append, remove } = useFieldArray({ control, name: "attributes" });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{t("attributes")}</legend>
      {fields.map((field, index) => (
        <AttributeRow key={field.id} index={index} onRemove={fields.length > 1 ? () => remove(index) : null} />
      ))}
      <Button size="sm" className="self-start" onClick={() => append({ name: "", type: "string", description: "", multi_valued: false })}>
        <Plus aria-hidden /> {t("addAttribute")}
      </Button>
    </fieldset>
  );
}

function AttributeRow({ index, onRemove }: { index: number; onRemove: (() => void) | null }) {
  const t = useTranslations("schemas.dialog");
  const types = useTranslations("schemas.types");
  const { watch } = useFormContext<SchemaForm>();
  const offered = watch(`attributes.${index}.type`) === "complex" ? (["complex"] as const) : simpleAttributeTypes;
  return (
    <div className="grid gap-3 rounded-md border border-border p-3 sm:grid-cols-[minmax(0,1fr)_11rem_auto]">
      <FormField<SchemaForm, `attributes.${number}.name`> name={`attributes.${index}.name`} label={t("attribute")} required>
        {(field) => <Input {...field} spellCheck={false} autoComplete="off" className="font-mono text-xs" />}
      </FormField>
      <FormField<SchemaForm, `attributes.${number}.type`> name={`attributes.${index}.type`} label={t("type")}>
        {(field) => <Select value={field.value ?? "string"} onValueChange={field.onChange} options={offered.map((value) => ({ value, label: types(value) }))} />}
      </FormField>
      {onRemove ? <IconButton size="sm" className="self-end justify-self-end" label={t("removeAttribute", { number: index + 1 })} icon={<X aria-hidden />} onClick={onRemove} /> : null}
      <FormField<SchemaForm, `attributes.${number}.description`> name={`attributes.${index}.description`} label={t("attributeDescription")} className="sm:col-start-1">
        {(field) => <Input {...field} value={field.value ?? ""} autoComplete="off" />}
      </FormField>
      <FormField<SchemaForm, `attributes.${number}.multi_valued`> name={`attributes.${index}.multi_valued`} label={t("several")} hideLabel className="sm:self-end sm:pb-1.5">
        {(field) => <Checkbox checked={field.value === true} onCheckedChange={field.onChange} label={t("several")} />}
      </FormField>
    </div>
  );
}
