/** What floats above the page: menus, popovers, lists of options. */
export const floatingClass = "z-50 animate-rise overflow-hidden rounded-lg border border-border bg-raised text-sm text-text shadow-lg outline-none";

/** One line of such a list. */
export const itemClass =
  "relative flex w-full cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm text-text outline-none data-highlighted:bg-sunken data-[selected=true]:bg-sunken data-disabled:pointer-events-none data-disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";
