import type { KeyboardEvent } from "react";

/** Moves the focus among the elements of a list as arrows, Home and End ask; letters go to the next entry that begins so. */
export function moveFocusByKey(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const current = items.findIndex((item) => item === document.activeElement);
  const target = { ArrowDown: current + 1, ArrowRight: current + 1, ArrowUp: Math.max(current, 0) - 1, ArrowLeft: Math.max(current, 0) - 1, Home: 0, End: -1 }[event.key] ?? startingWith(event, items, current);
  if (target === undefined || items.length === 0) return;
  event.preventDefault();
  items[(target + items.length) % items.length]?.focus();
}

function startingWith(event: KeyboardEvent, items: readonly HTMLElement[], current: number): number | undefined {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const letter = event.key.toLowerCase();
  const begins = (item: HTMLElement | undefined): boolean => item?.textContent.trim().toLowerCase().startsWith(letter) ?? false;
  for (let step = 1; step <= items.length; step++) {
    const index = (current + step) % items.length;
    if (begins(items[index])) return index;
  }
  return undefined;
}
