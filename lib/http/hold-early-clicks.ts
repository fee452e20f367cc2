/**
 * Runs before anything else of a page. What is clicked before React has taken the page over would be lost (or a form be sent by the browser
 * itself): it is held, the pointer says that it is, and is done in order when `TakenOver` tells that all is in place.
 */
export const holdEarlyClicks = `(() => {
  const page = document.documentElement, held = new Map();
  const hold = (event) => {
    const control = event.type === "submit" ? event.target : event.target.closest?.("button");
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.delete(control);
    held.set(control, event.type);
    page.dataset.waiting = "";
  };
  addEventListener("click", hold, true);
  addEventListener("submit", hold, true);
  addEventListener("rollcall:taken-over", () => {
    removeEventListener("click", hold, true);
    removeEventListener("submit", hold, true);
    delete page.dataset.waiting;
    for (const [control, type] of held) type === "submit" ? control.requestSubmit() : control.click();
  }, { once: true });
})()`;
