/** The look that inputs, text areas and select triggers share. 16 px on small screens keeps iOS from zooming. */
export const controlClass =
  "w-full rounded-md border border-control bg-surface text-lg text-text shadow-xs transition-[border-color,box-shadow] duration-100 sm:text-sm hover:border-muted focus-visible:border-accent-text focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent-text/35 aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted";
