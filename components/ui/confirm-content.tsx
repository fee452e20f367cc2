"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { Callout } from "./callout";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { DialogBody, DialogClose, DialogContent, DialogFooter } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

/** The window of a ConfirmDialog. */
export function ConfirmContent({ title, description, confirmLabel, tone = "danger", typeToConfirm, children, ready = true, onConfirm, close }: Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange"> & { close: () => void }) {
  const t = useTranslations("common");
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirmed = !typeToConfirm || typed.trim() === typeToConfirm;

  async function confirm() {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : t("somethingWentWrong"));
    } finally {
      setPending(false);
    }
  }

  return (
    <DialogContent title={title} description={description} size="sm" role="alertdialog">
      {typeToConfirm || children || failure ? (
        <DialogBody>
          {children}
          {typeToConfirm ? (
            <Field label={t.rich("typeToConfirm", { name: typeToConfirm, strong: (chunks) => <strong className="font-semibold select-all">{chunks}</strong> })}>
              <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
            </Field>
          ) : null}
          {failure ? <Callout tone="danger">{failure}</Callout> : null}
        </DialogBody>
      ) : null}
      <DialogFooter>
        <DialogClose asChild>
          <Button>{t("cancel")}</Button>
        </DialogClose>
        <Button variant={tone === "danger" ? "danger" : "primary"} pending={pending} disabled={!ready || !confirmed} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
