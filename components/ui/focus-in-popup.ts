const search = "input";
const chosen = "[role=option][aria-selected=true]:not([aria-disabled=true])";
const first = "[role^=menuitem]:not([aria-disabled=true]), [role=option]:not([aria-disabled=true])";

/** Gives the focus to what one does first in a popup that has opened: the search field, the chosen option, else the first entry. */
export function focusInPopup(popup: HTMLElement): void {
  if (popup.contains(document.activeElement)) return;
  const target = [search, chosen, first].map((selector) => popup.querySelector<HTMLElement>(selector)).find((found) => found !== null);
  target?.focus();
}
