/** Tells whether the page is dark, now and whenever the theme or the system's changes; the returned function ends it. */
export function watchDarkMode(tell: (dark: boolean) => void): () => void {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => tell(root.dataset["theme"] === "dark" || (root.dataset["theme"] !== "light" && system.matches));
  const observer = new MutationObserver(update);
  observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", update);
  update();
  return () => {
    observer.disconnect();
    system.removeEventListener("change", update);
    tell(false);
  };
}
