"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { useDialogState } from "./dialog-context";
import { DialogClose, DialogState } from "./dialog-state";
import { IconButton } from "./icon-button";

const DialogWindow = dynamic(() => import("./dialog-window").then((module) => module.DialogWindow), { ssr: false });

export { DialogClose as SheetClose, DialogState as Sheet };

export type SheetContentProps = { title: ReactNode; description?: ReactNode; className?: string; children: ReactNode };

/** A panel from the right, for details beside a list. */
export function SheetContent({ className, children, ...rest }: SheetContentProps) {
  const t = useTranslations("common");
  const { open } = useDialogState();
  if (!open) return null;
  return (
    <DialogWindow
      className={cn("fixed inset-y-0 right-0 z-50 flex w-full max-w-xl animate-slide-right flex-col overflow-y-auto border-l border-border bg-raised shadow-lg outline-none", className)}
      frame={(title, description) => (
        <>
          <div className="sticky top-0 z-10 flex items-start justify-between gap-4 border-b border-border bg-raised px-5 py-3.5">
            <div className="min-w-0">
              {title}
              {description}
            </div>
            <DialogClose asChild>
              <IconButton size="sm" tooltip={false} label={t("close")} icon={<X aria-hidden />} className="-mr-1.5" />
            </DialogClose>
          </div>
          {children}
        </>
      )}
      {...rest}
    />
  );
}
