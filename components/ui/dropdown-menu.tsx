"use client";

import { cloneElement, type ComponentProps, createContext, type MouseEvent, type ReactElement, type ReactNode, useContext, useId, useRef, useState } from "react";
import { cn } from "./cn";
import { itemClass } from "./floating-class";
import { moveFocusByKey } from "./menu-keys";
import { closePopup, Popup } from "./popup";

type Menu = { id: string; open: boolean; setOpen: (open: boolean) => void };

const MenuContext = createContext<Menu>({ id: "", open: false, setOpen: () => undefined });

/** A menu of actions behind a button. */
export function DropdownMenu({ children }: { children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return <MenuContext value={{ id, open, setOpen }}>{children}</MenuContext>;
}

export type DropdownMenuTriggerProps = { asChild: true; children: ReactElement<ComponentProps<"button">> } | { asChild?: false; className?: string; children: ReactNode };

/** A button that opens the menu; with `asChild` the button inside. */
export function DropdownMenuTrigger(props: DropdownMenuTriggerProps) {
  const { id, open } = useContext(MenuContext);
  const attributes = { popoverTarget: id, "aria-haspopup": "menu" as const, "aria-expanded": open, "data-state": open ? "open" : "closed" };
  if (props.asChild) return cloneElement(props.children, attributes);
  return (
    <button type="button" className={props.className} {...attributes}>
      {props.children}
    </button>
  );
}

export function DropdownMenuContent({ align = "end", className, children }: { align?: "start" | "end"; className?: string; children: ReactNode }) {
  const { id, open, setOpen } = useContext(MenuContext);
  return (
    <Popup id={id} open={open} onOpenChange={setOpen} align={align} className={cn("min-w-44 overflow-y-auto", className)}>
      <MenuRows>{children}</MenuRows>
    </Popup>
  );
}

function MenuRows({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])") ?? [])];
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      onKeyDown={(event) => (event.key === "Tab" ? closePopup(menu.current) : moveFocusByKey(event, items()))}
      className="p-1 outline-none"
    >
      {children}
    </div>
  );
}

export type DropdownMenuItemProps = { onSelect?: () => void; tone?: "plain" | "danger"; disabled?: boolean; className?: string } & (
  | { asChild: true; children: ReactElement<ComponentProps<"a">> }
  | { asChild?: false; children: ReactNode }
);

/** One action; with `asChild` the link inside. The menu closes first, so that a dialog gets the focus and gives it back. */
export function DropdownMenuItem({ onSelect, tone = "plain", disabled = false, className, asChild, children }: DropdownMenuItemProps) {
  const attributes = {
    role: "menuitem",
    tabIndex: -1,
    "aria-disabled": disabled || undefined,
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (disabled) return event.preventDefault();
      closePopup(event.currentTarget);
      onSelect?.();
    },
    onPointerMove: (event: MouseEvent<HTMLElement>) => (disabled ? undefined : event.currentTarget.focus({ preventScroll: true })),
    className: cn(itemClass, "text-left focus:bg-pressed aria-disabled:opacity-50", tone === "danger" && "text-danger-text focus:bg-danger-subtle [&>svg]:text-danger-text", className),
  };
  if (asChild) return cloneElement(children, attributes);
  return (
    <button type="button" {...attributes}>
      {children}
    </button>
  );
}

export function DropdownMenuLabel({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("px-2 py-1.5 text-xs text-muted", className)} {...rest} />;
}

export function DropdownMenuSeparator() {
  return <div role="separator" className="-mx-1 my-1 h-px bg-border" />;
}
