/** What floats above the page: menus, popovers, lists of options. */
export const floatingClass = "z-50 animate-rise overflow-hidden rounded-lg border border-border bg-raised text-sm text-text shadow-lg outline-none";

/** One line of such a list. Radix marks only what is disabled; cmdk writes data-disabled="false" on everything else. */
export const itemClass =
  "relative flex w-full cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm text-text outline-none focus-visible:outline-2 focus-visible:outline-solid focus-visible:-outline-offset-2 focus-visible:outline-accent-text data-highlighted:bg-pressed data-[selected=true]:bg-pressed [&[data-disabled]:not([data-disabled=false])]:pointer-events-none [&[data-disabled]:not([data-disabled=false])]:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";
