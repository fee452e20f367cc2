"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { NavigationItem } from "./navigation-item";

// Loaded when it is first wanted: most visits never open it.
const CommandDialog = dynamic(() => import("./command-dialog").then((module) => module.CommandDialog), { ssr: false });

/** Opens with the button, ⌘K or Ctrl+K. */
export function CommandPalette({ items, organization }: { items: readonly NavigationItem[]; organization?: string | undefined }) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setWanted(true);
      setOpen((shown) => !shown);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <IconButton
        label={t("palette.open")}
        aria-keyshortcuts="Meta+K Control+K"
        icon={<Search aria-hidden />}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      />
      {wanted ? <CommandDialog items={items} organization={organization} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
