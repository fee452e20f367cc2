"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { floatingClass, itemClass } from "@/components/ui/floating-class";
import { Kbd } from "@/components/ui/kbd";
import { CommandResults } from "./command-results";
import type { NavigationItem } from "./navigation-item";

export type CommandDialogProps = {
  items: readonly NavigationItem[];
  /** Whose members, groups and connections can be found too. */
  organization?: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Goes anywhere by typing a few letters. */
export function CommandDialog({ items, organization, open, onOpenChange }: CommandDialogProps) {
  const t = useTranslations("common");
  const router = useRouter();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  function go(href: string) {
    onOpenChange(false);
    setText("");
    router.push(href);
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-appear bg-overlay" />
        <Dialog.Content aria-describedby={undefined} className={cn(floatingClass, "fixed top-[14vh] left-1/2 w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 rounded-xl")}>
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <Command label={t("palette.title")} filter={contains} value={chosen} onValueChange={setChosen}>
            <Command.Input value={text} onValueChange={setText} placeholder={t(organization ? "palette.placeholderDirectory" : "palette.placeholder")} className="h-12 w-full border-b border-border bg-transparent px-4 text-lg text-text outline-none" />
            <Command.List className="max-h-80 overflow-y-auto p-1.5">
              {organization && text.trim() ? null : <Command.Empty className="px-2 py-8 text-center text-sm text-muted">{t("nothingFound")}</Command.Empty>}
              {items.map((item) => (
                <Command.Item
                  key={item.href}
                  value={item.label}
                  className={cn(itemClass, "h-9")}
                  onSelect={() => go(item.href)}
                >
                  {item.icon}
                  {item.label}
                </Command.Item>
              ))}
              {organization && text.trim() ? <CommandResults organization={organization} text={text.trim()} go={go} choose={setChosen} /> : null}
            </Command.List>
            <div className="flex items-center gap-3 border-t border-border px-4 py-2 text-xs text-muted">
              <span className="flex items-center gap-1">
                <Kbd>↑</Kbd>
                <Kbd>↓</Kbd> {t("palette.move")}
              </span>
              <span className="flex items-center gap-1">
                <Kbd>↵</Kbd> {t("palette.go")}
              </span>
              <span className="flex items-center gap-1">
                <Kbd>Esc</Kbd> {t("palette.leave")}
              </span>
            </div>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Letters in a row: with letters anywhere "eng" would choose Settings before the group Engineering has arrived. */
function contains(label: string, typed: string): number {
  return label.toLowerCase().includes(typed.trim().toLowerCase()) ? 1 : 0;
}
