"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";

type Place = { left: number; top: number; below: boolean };

const gap = 6;
const opensAfterMs = 300;

/**
 * A short explanation of the one element inside. Never the only place of a fact: touch screens have no hover. Opens on hover
 * and on keyboard focus, stays while the pointer is on it, leaves with Escape (WCAG 1.4.13). Placed by hand: a positioning
 * library would cost every page 13 KB.
 */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [place, setPlace] = useState<Place | null>(null);
  const wait = (work: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, ms);
  };
  const show = () => setPlace(placeAt(anchor.current?.firstElementChild));
  const hide = () => wait(() => setPlace(null), 80);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!place) return;
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      setPlace(null);
    };
    document.addEventListener("keydown", leave);
    document.addEventListener("scroll", leave, true);
    return () => {
      document.removeEventListener("keydown", leave);
      document.removeEventListener("scroll", leave, true);
    };
  }, [place]);

  return (
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => (event.pointerType === "touch" ? undefined : wait(show, opensAfterMs))}
      onPointerLeave={hide}
      onPointerDown={() => wait(() => setPlace(null), 0)}
      onFocus={(event) => (event.target.matches(":focus-visible") ? show() : undefined)}
      onBlur={hide}
    >
      {children}
      {place
        ? createPortal(
            <span
              id={id}
              role="tooltip"
              onPointerEnter={() => clearTimeout(timer.current)}
              onPointerLeave={hide}
              style={{ left: place.left, top: place.top, translate: place.below ? "-50% 0" : "-50% -100%" }}
              className="pointer-events-auto fixed z-60 max-w-72 animate-appear rounded-md bg-text px-2 py-1 text-xs text-background shadow-md"
            >
              {content}
            </span>,
            document.body,
          )
        : null}
    </span>
  );
}

/** Above the element, or below it near the upper edge; never over the side of the window. */
function placeAt(element: Element | null | undefined): Place | null {
  if (!element) return null;
  const box = element.getBoundingClientRect();
  const below = box.top < 44;
  const left = Math.min(Math.max(box.left + box.width / 2, 80), window.innerWidth - 80);
  return { left, top: below ? box.bottom + gap : box.top - gap, below };
}
