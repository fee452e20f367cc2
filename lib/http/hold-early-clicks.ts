/**
 * Runs before anything else of a page. What is clicked or typed before React has taken the page over would be lost (and a form be sent by
 * the browser itself): it is held, the pointer says that it is, and is done in order when `TakenOver` tells that all is in place.
 */
export const holdEarlyClicks = `(() => {
  const page = document.documentElement, held = new Map(), typed = new Map();
  const note = ({ target }) => typed.set(target, target.value);
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
  addEventListener("input", note, true);
  addEventListener("rollcall:taken-over", () => {
    removeEventListener("click", hold, true);
    removeEventListener("submit", hold, true);
    removeEventListener("input", note, true);
    delete page.dataset.waiting;
    for (const [field, value] of typed) {
      // First by React's own setter and then past it: it believes in a change only to a value that it does not know.
      field.value = "";
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const [control, type] of held) type === "submit" ? control.requestSubmit() : control.click();
  }, { once: true });
})()`;
