"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { CardBody, CardFooter } from "@/components/ui/card";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { RadioGroup } from "@/components/ui/radio-group";
import { brakeCalls } from "@/lib/client/mutations/brake-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { BrakeForm as Shape, BrakeWire } from "@/lib/contracts/brake";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { useIdpWords } from "../use-idp-words";

const modes = ["suspend", "hold", "off"] as const;

type Props = { organization: string; connection: ConnectionDetailsWire; brake: BrakeWire };

/** The settings of a brake. */
export function BrakeForm({ organization, connection, brake }: Props) {
  const t = useTranslations("brake.settings");
  const idp = useIdpWords(connection.identity_provider);
  const save = useDirectoryCall((change: Shape) => brakeCalls(organization, connection.connection_id).set(change));
  const stored: Shape = { mode: brake.mode, people: brake.people, percent: brake.percent };
  const form = useForm<Shape>({ resolver: lazyResolver(() => import("@/lib/contracts/brake").then((contract) => contract.BrakeForm)), values: stored, resetOptions: { keepDirtyValues: true } });
  const off = form.watch("mode") === "off";

  async function submit(values: Shape) {
    await save.mutateAsync(values);
    form.reset(values);
    toast.success(t("saved", { name: connection.display_name }));
  }

  const number = (name: "people" | "percent", max: number) => (
    <FormField<Shape, typeof name> name={name} label={t(name)} className="w-44">
      {(field) => <Input {...field} type="number" inputMode="numeric" min={name === "people" ? 1 : 0} max={max} disabled={off} onChange={(event) => field.onChange(event.target.valueAsNumber)} />}
    </FormField>
  );
  return (
    <Form form={form} onSubmit={submit} className="gap-0">
      <CardBody className="flex flex-col gap-4">
      <FormField<Shape, "mode"> name="mode" label={t("mode")}>
        {(field) => (
          <RadioGroup
            value={field.value}
            onValueChange={field.onChange}
            options={modes.map((mode) => ({ value: mode, label: t(mode), description: t(`${mode}Description`, { idp: mode === "hold" ? idp.start : idp.middle }) }))}
          />
        )}
      </FormField>
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-end gap-3">
          {number("people", 1_000_000)}
          {number("percent", 100)}
        </div>
        <p className="max-w-2xl text-xs text-muted">{off ? t("bothOff") : t("both", { allowed: brake.allowed })}</p>
      </div>
      </CardBody>
      <CardFooter>
        <SubmitButton disabled={!form.formState.isDirty}>{t("save")}</SubmitButton>
      </CardFooter>
    </Form>
  );
}
