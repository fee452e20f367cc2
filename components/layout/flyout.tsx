"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { moveFocusByKey } from "@/components/ui/menu-keys";

export type FlyoutProps = { label: string; trigger: ReactNode; triggerClassName: string; className?: string; children: ReactNode };

/**
 * A menu of the shell on the browser's own popover: Escape, outside clicks and stacking come with it. It opens where there is
 * room, above or below. The menus of pages (DropdownMenu) bring a positioning library, which every page would pay for here.
 */
export function Flyout({ label, trigger, triggerClassName, className, children }: FlyoutProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function place() {
    const box = button.current?.getBoundingClientRect();
    if (!box || !menu.current) return;
    const below = box.top < window.innerHeight / 2;
    Object.assign(menu.current.style, { left: `${Math.max(8, box.left)}px`, top: below ? `${box.bottom + 4}px` : "auto", bottom: below ? "auto" : `${window.innerHeight - box.top + 4}px` });
  }

  return (
    <>
      <button ref={button} type="button" popoverTarget={id} aria-label={label} aria-haspopup="menu" aria-expanded={open} data-state={open ? "open" : "closed"} className={triggerClassName}>
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onBeforeToggle={place}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          if (opened) focusItem(menu.current, 0);
        }}
        onKeyDown={(event) => moveFocusByKey(event, itemsOf(menu.current))}
        onClick={(event) => {
          if ((event.target as HTMLElement).closest("[role=menuitem]")) menu.current?.hidePopover();
        }}
        className={cn("fixed inset-auto m-0 max-h-[70dvh] w-60 overflow-y-auto rounded-lg border border-border bg-raised p-1 text-sm text-text shadow-lg open:animate-appear", className)}
      >
        {children}
      </div>
    </>
  );
}

/** One line of a flyout. */
export const flyoutItemClass =
  "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm text-text outline-none hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-2 focus-visible:outline-solid focus-visible:-outline-offset-2 focus-visible:outline-accent-text [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

function focusItem(menu: HTMLElement | null, index: number) {
  const items = itemsOf(menu);
  items[(index + items.length) % items.length]?.focus();
}
