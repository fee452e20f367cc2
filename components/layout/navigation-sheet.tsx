"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** The navigation of small screens, on the browser's own modal dialog. It closes when the page changes or the ground is tapped. */
export function NavigationSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  const path = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.close();
  }, [path]);
  return (
    <>
      <IconButton size="lg" tooltip={false} label={t("navigation.open")} icon={<Menu aria-hidden />} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()} />
      <dialog
        ref={dialog}
        aria-label={t("navigation.label")}
        onClick={(event) => (event.target === event.currentTarget ? event.currentTarget.close() : undefined)}
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r border-border bg-raised p-0 text-text shadow-lg backdrop:bg-overlay open:animate-slide-left"
      >
        <div className="flex h-full flex-col">
          <div className="flex justify-end p-2">
            <IconButton size="lg" tooltip={false} label={t("close")} icon={<X aria-hidden />} onClick={() => dialog.current?.close()} />
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
