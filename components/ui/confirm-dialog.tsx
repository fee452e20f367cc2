"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger } from "./dialog";

const ConfirmContent = dynamic(() => import("./confirm-content").then((module) => module.ConfirmContent), { ssr: false });

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
  /** False while something is still to be chosen: the button waits. */
  ready?: boolean;
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
