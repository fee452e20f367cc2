export const tabClass =
  "-mx-1 inline-flex h-9 shrink-0 items-center gap-1.5 rounded-t-sm border-b-2 px-1 border-transparent text-sm font-medium whitespace-nowrap text-muted -outline-offset-2 transition-colors hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text data-[state=active]:border-accent data-[state=active]:text-text";
