"use client";

import { type ComponentProps, type RefObject, useEffect, useRef } from "react";
import { cn } from "./cn";
import { focusInPopup } from "./focus-in-popup";

export type PopupProps = Omit<ComponentProps<"div">, "id" | "ref"> & {
  /** The button that opens it names this id in `popoverTarget`. */
  id: string;
  /** Where it hangs, when that is not the button itself. */
  anchor?: RefObject<HTMLElement | null>;
  align?: "start" | "end";
  /** At least as wide as the anchor. */
  matchWidth?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const gap = 4;
const edge = 8;

/**
 * What hangs from a button: lists of options, menus. On the browser's own popover: top layer, Escape, outside clicks and the
 * return of the focus come with it. Placed by hand where there is more room; a positioning library costs every page 13 KB.
 */
export function Popup({ id, anchor, align = "start", matchWidth = false, open, onOpenChange, className, children, ...rest }: PopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const follow = (): void => place(popup.current, anchorOf(id, anchor), align, matchWidth);
    window.addEventListener("scroll", follow, true);
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow, true);
      window.removeEventListener("resize", follow);
    };
  }, [open, id, anchor, align, matchWidth]);
  return (
    <div
      ref={popup}
      id={id}
      popover="auto"
      onBeforeToggle={(event) => {
        if (event.newState !== "open") return;
        place(popup.current, anchorOf(id, anchor), align, matchWidth);
        onOpenChange(true);
      }}
      // Nothing takes the focus before it is shown; and what has the focus stays until it is hidden, or the browser gives none back.
      onToggle={(event) => (event.newState === "open" ? focusInPopup(event.currentTarget) : onOpenChange(false))}
      className={cn("fixed inset-auto m-0 overflow-hidden rounded-lg border border-border bg-raised p-0 text-sm text-text shadow-lg outline-none open:animate-rise", className)}
      {...rest}
    >
      {open ? children : null}
    </div>
  );
}

/** Closes the popup around an element. */
export function closePopup(element: Element | null): void {
  element?.closest<HTMLElement>("[popover]")?.hidePopover();
}

function anchorOf(id: string, anchor: RefObject<HTMLElement | null> | undefined): Element | null {
  return anchor?.current ?? document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
}

/** Below when it fits or when there is more room than above; never higher than the room, never over the side. */
function place(popup: HTMLElement | null, anchor: Element | null, align: "start" | "end", matchWidth: boolean): void {
  if (!popup || !anchor) return;
  const box = anchor.getBoundingClientRect();
  const [above, under] = [box.top - gap - edge, window.innerHeight - box.bottom - gap - edge];
  const below = under >= 320 || under >= above;
  const left = Math.max(edge, Math.min(box.left, window.innerWidth - edge - Math.max(box.width, popup.offsetWidth)));
  Object.assign(popup.style, {
    left: align === "start" ? `${left}px` : "auto",
    right: align === "end" ? `${Math.max(edge, document.documentElement.clientWidth - box.right)}px` : "auto",
    top: below ? `${box.bottom + gap}px` : "auto",
    bottom: below ? "auto" : `${window.innerHeight - box.top + gap}px`,
    minWidth: matchWidth ? `${box.width}px` : "",
    maxWidth: `calc(100vw - ${2 * edge}px)`,
    maxHeight: `${Math.max(120, below ? under : above)}px`,
  });
}
