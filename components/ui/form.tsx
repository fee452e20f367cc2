"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Control, type ControllerRenderProps, type FieldPath, type FieldValues, FormProvider, useController, useFormContext, type UseFormReturn } from "react-hook-form";
import { ApiError } from "@/lib/client/api-error";
import { Button, type ButtonProps } from "./button";
import { Callout } from "./callout";
import { cn } from "./cn";
import { Field, type FieldProps } from "./field";
import { useSentence } from "./use-sentence";

export type FormProps<Values extends FieldValues, Output> = {
  form: UseFormReturn<Values, unknown, Output>;
  /** May throw: an ApiError marks the fields its details name and shows its sentence; nothing that was typed is lost. */
  onSubmit: (values: Output) => Promise<unknown>;
  className?: string;
  id?: string;
  children: ReactNode;
};

/** A form on react-hook-form. The first wrong field gets the focus. */
export function Form<Values extends FieldValues, Output>({ form, onSubmit, className, id, children }: FormProps<Values, Output>) {
  const t = useTranslations("common");
  async function submit(values: Output) {
    try {
      await onSubmit(values);
    } catch (error) {
      showError(form, error, t("somethingWentWrong"));
    }
  }
  const failure = form.formState.errors.root?.message;
  return (
    <FormProvider {...form}>
      <form id={id} noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)} className={cn("flex flex-col gap-4", className)}>
        {failure ? <Callout tone="danger">{failure}</Callout> : null}
        {children}
      </form>
    </FormProvider>
  );
}

function showError<Values extends FieldValues, Output>(form: UseFormReturn<Values, unknown, Output>, error: unknown, fallback: string) {
  const known = error instanceof ApiError ? Object.entries(error.fieldErrors).filter(([name]) => name in form.getValues()) : [];
  known.forEach(([name, message], index) => form.setError(name as FieldPath<Values>, { type: "server", message }, { shouldFocus: index === 0 }));
  if (known.length === 0) form.setError("root", { type: "server", message: error instanceof Error && error.message ? error.message : fallback });
}

export type FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> = Omit<FieldProps, "error" | "children"> & {
  name: Name;
  control?: Control<Values>;
  children: (field: ControllerRenderProps<Values, Name>) => ReactNode;
};

/** One field of a Form: `{(field) => <Input {...field} />}`, or `value`/`onChange` for the other controls. */
export function FormField<Values extends FieldValues = FieldValues, Name extends FieldPath<Values> = FieldPath<Values>>({ name, control, children, ...field }: FormFieldProps<Values, Name>) {
  const context = useFormContext<Values>();
  const controller = useController<Values, Name>({ name, control: control ?? context.control });
  const sentence = useSentence();
  return (
    <Field {...field} error={sentence(controller.fieldState.error?.message)}>
      {children(controller.field)}
    </Field>
  );
}

/** The button that sends the Form around it, or the one of the given `form` id with `pending`. */
export function SubmitButton({ variant = "primary", children, pending, ...rest }: ButtonProps) {
  const context = useFormContext() as UseFormReturn | null;
  return (
    <Button type="submit" variant={variant} pending={pending ?? context?.formState.isSubmitting ?? false} {...rest}>
      {children}
    </Button>
  );
}
