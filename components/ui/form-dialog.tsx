"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "./button";
import { DialogBody, DialogClose, DialogContent, type DialogContentProps, DialogFooter } from "./dialog";
import { Form, type FormProps, SubmitButton } from "./form";

export type FormDialogProps<Values extends FieldValues, Output> = Pick<FormProps<Values, Output>, "form" | "onSubmit"> &
  Pick<DialogContentProps, "title" | "description" | "size"> & { submitLabel: ReactNode; children: ReactNode };

/** The window of a form inside a Dialog or LazyDialog: fields, then Cancel and the button that names what it does. */
export function FormDialog<Values extends FieldValues, Output>({ form, onSubmit, submitLabel, size = "sm", children, ...window }: FormDialogProps<Values, Output>) {
  const t = useTranslations("common");
  return (
    <DialogContent size={size} {...window}>
      <Form form={form} onSubmit={onSubmit} className="min-h-0 gap-0 *:[[role=alert]]:mx-5 *:[[role=alert]]:mb-3">
        <DialogBody>{children}</DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{submitLabel}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}
