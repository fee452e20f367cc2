"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Callout } from "./callout";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

export type ConfirmDialogProps = {
  /** The element that opens it; or control it with open and onOpenChange. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** What the button does: "Delete connection", never "OK". */
  confirmLabel: ReactNode;
  tone?: "danger" | "plain";
  /** The person has to type this before the button works. */
  typeToConfirm?: string;
  /** More to choose before confirming. */
  children?: ReactNode;
  /** The dialog closes when this resolves; when it throws, it stays open and shows the sentence. */
  onConfirm: () => Promise<unknown>;
};

/** Asks before something that cannot be taken back, naming the thing. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...rest }: ConfirmDialogProps) {
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const setShown = onOpenChange ?? setOwn;
  return (
    <Dialog open={shown} onOpenChange={setShown}>
      {trigger ? <DialogTrigger asChild>{trigger}</DialogTrigger> : null}
      {shown ? <ConfirmContent {...rest} close={() => setShown(false)} /> : null}
    </Dialog>
  );
}

function ConfirmContent({ title, description, confirmLabel, tone = "danger", typeToConfirm, children, onConfirm, close }: Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange"> & { close: () => void }) {
  const t = useTranslations("common");
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ready = !typeToConfirm || typed.trim() === typeToConfirm;

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
        <Button variant={tone === "danger" ? "danger" : "primary"} pending={pending} disabled={!ready} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
