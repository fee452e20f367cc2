import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

/** A page that has only something to say: not found, failed, suspended. It stands as the other pages outside the portal do. */
export function MessagePage({ code, title, description, action }: { code?: string; title: ReactNode; description: ReactNode; action?: ReactNode }) {
  return (
    <div className="relative flex min-h-[70dvh] flex-col items-center gap-2 px-6 pt-12 pb-16 text-center sm:pt-[12vh]">
      <BrandMark className="mb-3 size-12" />
      {code ? <p className="tabular font-mono text-xs text-muted">{code}</p> : null}
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="max-w-md text-base text-balance text-muted">{description}</p>
      {action ? <div className="mt-4 flex gap-2">{action}</div> : null}
    </div>
  );
}
