"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

export type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  side?: "left" | "right";
  hideTitle?: boolean;
};

/** A panel from the side, for details beside a list or for navigation on small screens. */
export function SheetContent({ title, description, side = "right", hideTitle = false, className, children, ...rest }: SheetContentProps) {
  const t = useTranslations("common");
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-overlay" />
      <Radix.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-y-0 z-50 flex w-full flex-col overflow-y-auto border-border bg-raised shadow-lg outline-none",
          side === "right" ? "right-0 max-w-xl animate-slide-right border-l" : "left-0 max-w-72 animate-slide-left border-r",
          className,
        )}
        {...rest}
      >
        <div className={cn("sticky top-0 z-10 flex items-start justify-between gap-4 border-b border-border bg-raised px-5 py-3.5", hideTitle && "sr-only")}>
          <div className="min-w-0">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description ? <Radix.Description className="text-sm text-muted">{description}</Radix.Description> : null}
          </div>
          <Radix.Close asChild>
            <IconButton size="sm" tooltip={false} label={t("close")} icon={<X aria-hidden />} className="-mr-1.5" />
          </Radix.Close>
        </div>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}
