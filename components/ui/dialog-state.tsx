"use client";

import { Slot } from "radix-ui";
import { type ComponentProps, type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { DialogContext, useDialogState } from "./dialog-context";

export type DialogProps = { open?: boolean; onOpenChange?: (open: boolean) => void; children: ReactNode };

/** What is open, for dialogs and sheets alike. The window itself is loaded when one opens. */
export function DialogState({ open, onOpenChange, children }: DialogProps) {
  const [own, setOwn] = useState(false);
  const setOpen = (next: boolean): void => {
    if (open === undefined) setOwn(next);
    onOpenChange?.(next);
  };
  const shown = open ?? own;
  const opener = useRef<HTMLElement>(null);
  const isOpen = useRef(shown);
  useLayoutEffect(() => {
    isOpen.current = shown;
    // Opened by something else than its own trigger, such as an entry of a menu: the focus goes back to where it was.
    if (shown) opener.current ??= focused();
    return () => {
      isOpen.current = false;
    };
  }, [shown]);
  return <DialogContext value={{ open: shown, setOpen, opener, isOpen }}>{children}</DialogContext>;
}

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
}

const preload = (): void => void import("./dialog-window");

/** The button inside opens the dialog. */
export function DialogTrigger({ asChild = false, ...rest }: ComponentProps<"button"> & { asChild?: boolean }) {
  const { open, setOpen, opener } = useDialogState();
  const Element = asChild ? Slot.Root : "button";
  function show(event: MouseEvent<HTMLElement>) {
    opener.current = event.currentTarget;
    setOpen(true);
  }
  return <Element {...(asChild ? {} : { type: "button" as const })} aria-haspopup="dialog" aria-expanded={open} onPointerEnter={preload} onFocus={preload} onClick={show} {...rest} />;
}

/** The button inside closes it. */
export function DialogClose({ asChild = false, ...rest }: ComponentProps<"button"> & { asChild?: boolean }) {
  const { setOpen } = useDialogState();
  const Element = asChild ? Slot.Root : "button";
  return <Element {...(asChild ? {} : { type: "button" as const })} onClick={() => setOpen(false)} {...rest} />;
}
