"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useDialogState } from "./dialog-context";
import { DialogClose, DialogState, DialogTrigger } from "./dialog-state";
import { IconButton } from "./icon-button";

const DialogWindow = dynamic(() => import("./dialog-window").then((module) => module.DialogWindow), { ssr: false });

export { DialogClose, DialogState as Dialog, DialogTrigger };

export type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
  role?: "dialog" | "alertdialog";
  /** Without the cross in the corner, Escape and outside clicks: for steps that must be answered. */
  locked?: boolean;
  onInteractOutside?: (event: Event) => void;
  className?: string;
  children: ReactNode;
};

const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-2xl", xl: "sm:max-w-4xl" };

/** A modal dialog. On small screens it comes from below and fills the width. */
export function DialogContent({ size = "md", locked = false, className, children, ...rest }: DialogContentProps) {
  const t = useTranslations("common");
  const { open } = useDialogState();
  if (!open) return null;
  return (
    <DialogWindow
      locked={locked}
      className={cn(
        "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] w-full animate-rise flex-col rounded-t-xl border border-border bg-raised shadow-lg outline-none sm:inset-x-auto sm:top-[12vh] sm:bottom-auto sm:left-1/2 sm:max-h-[80vh] sm:-translate-x-1/2 sm:rounded-xl",
        widths[size],
        className,
      )}
      frame={(title, description) => (
        <>
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0">
              {title}
              {description}
            </div>
            {locked ? null : (
              <DialogClose asChild>
                <IconButton size="sm" tooltip={false} label={t("close")} icon={<X aria-hidden />} className="-mr-1.5" />
              </DialogClose>
            )}
          </div>
          {children}
        </>
      )}
      {...rest}
    />
  );
}

/** The scrolling part of a dialog. */
export function DialogBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5 text-sm", className)} {...rest} />;
}

/** Buttons of a dialog, the main one last. */
export function DialogFooter({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-border px-5 py-3", className)} {...rest} />;
}
