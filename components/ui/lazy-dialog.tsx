"use client";

import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger } from "./dialog";

export type LazyDialogProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  onClose?: () => void;
  /** Called while it is open; a component loaded with next/dynamic, so that the page does not carry its form. */
  children: (close: () => void) => ReactNode;
};

/** A button and the dialog behind it, which is loaded when it first opens. */
export function LazyDialog({ trigger, onClose, children }: LazyDialogProps) {
  const [open, setOpen] = useState(false);
  const change = (next: boolean): void => {
    setOpen(next);
    if (!next) onClose?.();
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      {open ? children(() => change(false)) : null}
    </Dialog>
  );
}
