/** Rollcall's own mark: a list in which one line is ticked. */
export function BrandMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeWidth="3">
        <path d="M9.5 10h.01" strokeWidth="4.5" opacity=".72" />
        <path d="M15 10h9" opacity=".72" />
        <path d="m7 20.5 3.6 3.6L18 16.7" strokeLinejoin="round" />
        <path d="M22 21.5h2.5" />
      </g>
    </svg>
  );
}
